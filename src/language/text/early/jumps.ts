/** Statements that leave, and `yield` and `await`, where there is nothing to leave. */
import { ts } from "../../parse.ts";
import { hasModifier, type Around, type Report } from "./around.ts";

const { SyntaxKind } = ts;

/** Check a `break` or a `continue`. */
export function checkJump(node: ts.BreakOrContinueStatement, around: Around, report: Report): void {
  const isBreak = node.kind === SyntaxKind.BreakStatement;
  const word = isBreak ? "break" : "continue";
  const { label } = node;
  if (label === undefined) {
    if (isBreak ? around.canBreak : around.canContinue) return;
    const where = isBreak ? "a loop or a `switch`" : "a loop";
    report(node, `\`${word}\` stands outside of ${where}`, "Use `return` to leave a function, or take it away.");
    return;
  }
  const isLoop = around.labels.get(label.text);
  if (isLoop === undefined)
    report(
      label,
      `No statement around has the label \`${label.text}\``,
      "Put the label before the loop, or correct it.",
    );
  else if (!isLoop && !isBreak)
    report(label, `\`${label.text}\` is not the label of a loop`, "Put the label directly before the loop.");
}

/** Check a label. */
export function checkLabel({ label, statement }: ts.LabeledStatement, around: Around, report: Report): void {
  if (around.labels.has(label.text))
    report(label, `The label \`${label.text}\` stands around itself`, "Give the inner one another name.");
  checkBody(statement, { ...around, isStrict: around.isStrict }, report, "label");
}

/** Check a `return`. */
export function checkReturn(node: ts.ReturnStatement, { canReturn }: Around, report: Report): void {
  if (!canReturn) report(node, "`return` stands outside of a function", "Put it into a function, or take it away.");
}

/** Check a `yield`. */
export function checkYield(node: ts.Node, { isGenerator, isParameterOf }: Around, report: Report): void {
  if (!isGenerator) report(node, "`yield` stands outside of a generator", "Write `function*`, or return the value.");
  else if (isParameterOf === "generator")
    report(node, "`yield` stands among the parameters of a generator", "Yield in the body.");
}

/** Check an `await`. */
export function checkAwait(node: ts.Node, { waiting, isParameterOf }: Around, report: Report): void {
  if (waiting === "forbidden")
    report(
      node,
      "`await` stands in a function that is not `async`",
      "Pass the value that is waited for as a parameter.",
    );
  else if (isParameterOf === "async")
    report(node, "`await` stands among the parameters of an `async` function", "Wait in the body.");
}

/** Check a statement that stands without a block after a condition, a loop or a label: it may declare nothing. */
export function checkBody(
  node: ts.Statement,
  { isStrict }: Around,
  report: Report,
  after: "if" | "loop" | "label",
): void {
  if (!declaresHere(node)) return;
  const isSloppyFunction =
    ts.isFunctionDeclaration(node) &&
    after !== "loop" &&
    !isStrict &&
    node.asteriskToken === undefined &&
    !hasModifier(node, SyntaxKind.AsyncKeyword);
  if (!isSloppyFunction)
    report(node, "A declaration stands where only a statement can", "Put it into a block, `{ … }`.");
}

function declaresHere(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node)) return (node.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
  if (ts.isLabeledStatement(node)) return declaresHere(node.statement);
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExportAssignment(node)
  );
}

/** Check that a declaration which only files and namespaces can hold stands in one. */
export function checkTopLevel(node: ts.Node, report: Report): void {
  const { parent } = node;
  if (ts.isSourceFile(parent) || ts.isModuleBlock(parent)) return;
  report(node, "Imports, exports and namespaces stand only at the top of a file", "Move it out of the block.");
}
