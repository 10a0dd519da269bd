/** The classes of a file, found by what a value without a type is asked for. */
import { ts } from "../../parse.ts";
import { concreteClass, nameText } from "../../text/functionSyntax.ts";
import { constructorShapes } from "./namedTypes.ts";
import type { Shape } from "./shape.ts";
import type { TypeScope } from "./types.ts";

/** Return an instance of the first class of a file that has all of some methods and members. */
export function classWith(
  file: ts.SourceFile,
  { methods, members }: { readonly methods: readonly string[]; readonly members: readonly string[] },
  scope: TypeScope,
): Shape | undefined {
  const found = classesOf(file).find(
    (one) => methods.every((name) => one.methods.has(name)) && members.every((name) => one.members.has(name)),
  )?.node;
  const made = found && concreteClass(found);
  if (made?.name === undefined) return undefined;
  return { kind: "class", text: made.name.text, file: file.fileName, parameters: constructorShapes(made, scope) };
}

/** Return the first method of a name that a class of a file has. */
export function methodNamed(file: ts.SourceFile, name: string): ts.MethodDeclaration | undefined {
  const found = classesOf(file).find(({ all }) => all.has(name));
  return found?.all.get(name);
}

/** A class with the names that its instances have. */
interface KnownClass {
  readonly node: ts.ClassDeclaration;
  readonly methods: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Its methods, static ones too. */
  readonly all: ReadonlyMap<string, ts.MethodDeclaration>;
}

const cache = new WeakMap<ts.SourceFile, readonly KnownClass[]>();

function classesOf(file: ts.SourceFile): readonly KnownClass[] {
  const known = cache.get(file) ?? file.statements.filter(ts.isClassDeclaration).map(knownClass);
  cache.set(file, known);
  return known;
}

function knownClass(node: ts.ClassDeclaration): KnownClass {
  const all = node.members.filter(ts.isMethodDeclaration);
  const methods = new Set(all.filter((method) => !isStatic(method)).map(({ name }) => nameText(name)));
  const members = new Set([...methods, ...fieldsOf(node)]);
  return { node, methods, members, all: new Map(all.map((method) => [nameText(method.name), method])) };
}

function isStatic(member: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

/** What the instances of a class hold: what it declares, and what its constructor sets. */
function fieldsOf({ members }: ts.ClassDeclaration): readonly string[] {
  const declared = members.flatMap(({ name }) => (name === undefined ? [] : [nameText(name)]));
  const constructor = members.find(ts.isConstructorDeclaration);
  const set = (constructor?.body?.statements ?? []).flatMap((statement) => {
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    const isSet = assignment !== undefined && ts.isBinaryExpression(assignment);
    return isSet && isOwnMember(assignment.left) ? [assignment.left.name.text] : [];
  });
  return [...declared, ...(constructor?.parameters ?? []).map(({ name }) => nameText(name)), ...set];
}

/** Return where a class reads the member that a value is put into, as in `this.rows = rows`. */
export function membersSet(value: ts.Expression): readonly ts.Expression[] {
  const { parent } = value;
  const isSet = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const place = isSet && parent.right === value ? parent.left : undefined;
  const around = place && ts.findAncestor(place, ts.isClassLike);
  if (around === undefined || place === undefined || !isOwnMember(place)) return [];
  const found: ts.Expression[] = [];
  const pending: ts.Node[] = [around];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isOwnMember(node) && node !== place && node.name.text === place.name.text) found.push(node);
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

function isOwnMember(node: ts.Node): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}
