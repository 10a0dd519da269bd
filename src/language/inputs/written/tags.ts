/** The tags `@at` and `@wrt` above a function, and the same notation where people type it elsewhere. */
import type { Finding } from "../../finding.ts";
import { parseNew, placeOf, syntaxErrors, ts } from "../../parse.ts";
import { isName, pathName } from "../../pathName.ts";
import type { Place } from "../../span.ts";
import type { FoundFunction } from "../../text/functions.ts";
import type { Path } from "../../trace.ts";
import { findTags } from "./tagText.ts";

/** A place inside the arguments: a parameter's name (or `this`) and the way from there. */
export interface Target {
  readonly root: string;
  readonly path: Path;
  /** As it is written: `p.x`. */
  readonly name: string;
  readonly place: Place;
}

/** A target and the expression that it gets. */
export interface Assignment {
  readonly target: Target;
  /** Its position is that in the file that the target's place names. */
  readonly value: ts.Expression;
}

/** What the tags of a function say. */
export interface Tags {
  readonly at: readonly Assignment[];
  /** Undefined without `@wrt`. */
  readonly wrt: readonly Target[] | undefined;
  readonly findings: readonly Finding[];
}

/** A list that was read, and what could not be read. */
interface Read<T> {
  readonly entries: readonly T[];
  readonly findings: readonly Finding[];
}

const AT_HELP = "`@at` takes names with values, as in `@at w = 2, p = { x: 1, y: 2 }`.";
const WRT_HELP = "`@wrt` takes names of inputs, as in `@wrt w, p.x`.";
const ARGUMENTS_HELP = "Write the arguments as an array, as in `[2, [1, 2, 3], { x: 1 }]`.";

/** Return what the tags above a function say. Expressions have their positions in the function's file. */
export function tagsOf(found: FoundFunction): Tags {
  const file = found.node.getSourceFile();
  const at: Assignment[] = [];
  const findings: Finding[] = [];
  let wrt: Target[] | undefined;
  for (const { name, span, content } of findTags(file.text, found.comments)) {
    // The tag's text stands where it stands in the file, with nothing but spaces before it.
    const tag = parseNew(file.fileName, " ".repeat(span.start) + content);
    const whole: Place = { file: file.fileName, ...span };
    const read = name === "at" ? readAssignments(tag, whole) : readTargets(tag, whole);
    findings.push(...read.findings);
    for (const entry of read.entries) if ("value" in entry) at.push(entry);
    if (name === "wrt")
      wrt = [...(wrt ?? []), ...read.entries.map((entry) => ("value" in entry ? entry.target : entry))];
  }
  return { at, wrt, findings };
}

/** Read `w = 2, p.x = 3` from a text that is not in the user's file; places are in `file`. */
export function parseAssignments(text: string, file: string): Read<Assignment> {
  return readAssignments(parseNew(file, text), { file, start: 0, end: text.length });
}

/** Read `[2, [1, 2]]`, the arguments in order, from a text that is not in the user's file; an omitted element is undefined. */
export function parseArguments(text: string, file: string): Read<ts.Expression | undefined> {
  const source = parseNew(file, text);
  const whole: Place = { file, start: 0, end: text.length };
  const expression = onlyExpression(source, whole, ARGUMENTS_HELP);
  const noArray = wrong("The arguments are no array.", ARGUMENTS_HELP, whole);
  if ("code" in expression) return { entries: [], findings: [/^\s*(?:\[|$)/.test(text) ? expression : noArray] };
  if (!ts.isArrayLiteralExpression(expression) || expression.elements.some(ts.isSpreadElement))
    return { entries: [], findings: [noArray] };
  return {
    entries: expression.elements.map((element) => (ts.isOmittedExpression(element) ? undefined : element)),
    findings: [],
  };
}

function readAssignments(source: ts.SourceFile, whole: Place): Read<Assignment> {
  return readList(source, whole, AT_HELP, (part) => {
    if (!ts.isBinaryExpression(part) || part.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
      return wrong(`\`${part.getText()}\` gives no value to a name.`, AT_HELP, placeOf(part));
    const target = targetOf(part.left);
    return target === undefined
      ? wrong(`\`${part.left.getText()}\` is no name of an input.`, AT_HELP, placeOf(part.left))
      : { target, value: part.right };
  });
}

function readTargets(source: ts.SourceFile, whole: Place): Read<Target> {
  return readList(source, whole, WRT_HELP, (part) => {
    return targetOf(part) ?? wrong(`\`${part.getText()}\` is no name of an input.`, WRT_HELP, placeOf(part));
  });
}

function readList<T extends object>(
  source: ts.SourceFile,
  whole: Place,
  help: string,
  read: (part: ts.Expression) => T | Finding,
): Read<T> {
  const expression = onlyExpression(source, whole, help);
  if ("code" in expression) return { entries: [], findings: [expression] };
  const entries: T[] = [];
  const findings: Finding[] = [];
  for (const part of commaParts(expression)) {
    const entry = read(part);
    if ("code" in entry) findings.push(entry);
    else entries.push(entry);
  }
  return { entries, findings };
}

/** The expression that a text consists of, or what is wrong with it. */
function onlyExpression(source: ts.SourceFile, whole: Place, help: string): ts.Expression | Finding {
  const [error] = syntaxErrors(source);
  if (error !== undefined) {
    const start = Math.max(whole.start, Math.min(error.place.start, whole.end - 1));
    const place = { file: whole.file, start, end: Math.max(start + 1, Math.min(error.place.end, whole.end)) };
    // Between the entries of a list the parser would also take the end of a statement.
    return wrong(`This cannot be read: ${error.message.replace("`;`", "`,`")}`, help, place);
  }
  const [statement, next] = source.statements;
  if (statement === undefined) return wrong("There is nothing here.", help, whole);
  if (next !== undefined) return wrong(`This is more than a list.`, help, placeOf(next));
  if (ts.isExpressionStatement(statement)) return statement.expression;
  const isLabelled = ts.isLabeledStatement(statement);
  return wrong(isLabelled ? "A value stands after `=`, not after `:`." : "This is no list.", help, placeOf(statement));
}

function wrong(message: string, help: string, place: Place): Finding {
  return { code: "input/tag-syntax", severity: "warning", message, help, place };
}

function commaParts(expression: ts.Expression): ts.Expression[] {
  const parts: ts.Expression[] = [];
  let rest = expression;
  while (ts.isBinaryExpression(rest) && rest.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts];
}

/** The target that an expression names: `w`, `this`, `p.x`, `xs[0]`, `p["two words"]`. */
function targetOf(expression: ts.Expression): Target | undefined {
  const path: (string | number)[] = [];
  let rest = expression;
  for (;;) {
    if (ts.isPropertyAccessExpression(rest)) path.unshift(rest.name.text);
    else if (ts.isElementAccessExpression(rest) && ts.isNumericLiteral(rest.argumentExpression))
      path.unshift(Number(rest.argumentExpression.text));
    else if (ts.isElementAccessExpression(rest) && ts.isStringLiteralLike(rest.argumentExpression))
      path.unshift(rest.argumentExpression.text);
    else break;
    rest = rest.expression;
  }
  const root = rest.kind === ts.SyntaxKind.ThisKeyword ? "this" : ts.isIdentifier(rest) ? rest.text : "";
  if (!isName(root)) return undefined;
  return { root, path, name: root + pathName(path), place: placeOf(expression) };
}
