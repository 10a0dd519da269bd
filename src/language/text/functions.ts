/** The functions of a file that a person may look at: their names, places, and what a call of each needs. */
import { ts, unwrap } from "../parse.ts";
import type { Place, Span } from "../span.ts";
import { commentsAbove, hasTag } from "./comments.ts";
import { numberedNames, writtenName } from "./functionNames.ts";
import {
  type ClassNode,
  type FunctionNode,
  isFunctionNode,
  isStatic,
  nameSpan,
  nameText,
  overloadsOf,
  parameterText,
  statementOf,
} from "./functionSyntax.ts";

/** A function of a file, as lists show it. */
export interface FunctionInfo {
  /** No two functions of a file have the same. */
  readonly name: string;
  readonly signature: string;
  readonly place: Place;
  readonly namePlace: Place;
  /** Whether it carries an `@at` or `@wrt` tag. */
  readonly tagged: boolean;
}

/** What a function is a member of, and so what its `this` is. */
export type Owner =
  | { readonly kind: "class"; readonly node: ClassNode; readonly name: string; readonly isStatic: boolean }
  /** `path` names the object from the module's scope, as in `shapes.circle`; undefined if no name leads to it. */
  | { readonly kind: "object"; readonly node: ts.ObjectLiteralExpression; readonly path: string | undefined };

/** A function of a file with its syntax. */
export interface FoundFunction extends FunctionInfo {
  readonly node: FunctionNode;
  /** `constructor` is called by `new`, a `getter` by reading it. */
  readonly call: "plain" | "method" | "getter" | "constructor";
  /** The last part of the name: the property's key for members. */
  readonly key: string;
  readonly owner: Owner | undefined;
  /** The nearest function of the list around it. */
  readonly outer: FoundFunction | undefined;
  /** The nearest function of any kind around it, also one without a name; undefined at the module's level. */
  readonly enclosing: ts.SignatureDeclaration | undefined;
  readonly parameters: readonly string[];
  /** The comments above it, where its tags are; those of its overloads come first. */
  readonly comments: readonly Span[];
  /** The declaration and the comments above it. */
  readonly extent: Span;
}

/** Where the walk is: what encloses the node, and what names stand before its own. */
interface Context {
  readonly prefix: string;
  /** The expression that leads from the module's scope to the object around; undefined if there is none. */
  readonly path: string | undefined;
  readonly outer: FoundFunction | undefined;
  readonly enclosing: ts.SignatureDeclaration | undefined;
  readonly owner: Owner | undefined;
}

/** A name that a value is bound to: where it stands, and the statement that comments stand above. */
interface Binding {
  readonly name: string;
  readonly nameNode: ts.Node | undefined;
  readonly declaration: ts.Node;
  readonly owner: Owner | undefined;
  readonly path: string | undefined;
}

interface Pending {
  readonly node: ts.Node;
  readonly context: Context;
}

const cache = new WeakMap<ts.SourceFile, readonly FoundFunction[]>();

/** Return all functions of a file in the order of the text. */
export function functionsOf(file: ts.SourceFile): readonly FoundFunction[] {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const found: FoundFunction[] = [];
  // Its own stack, because trees are deeper than the host's: `1 + 1 + … + 1` is a level per operator.
  const pending: Pending[] = [
    { node: file, context: { prefix: "", path: "", outer: undefined, enclosing: undefined, owner: undefined } },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) visit(next, found, pending);
  found.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  const names = numberedNames(found.map(({ name }) => name));
  const named = found.map((each, index) => (each.name === names[index] ? each : { ...each, name: names[index]! }));
  cache.set(file, named);
  return named;
}

/** Return the innermost function around an offset; the comments above a function belong to it. */
export function functionAt(file: ts.SourceFile, offset: number): FoundFunction | undefined {
  let best: FoundFunction | undefined;
  for (const candidate of functionsOf(file)) {
    const { start, end } = candidate.extent;
    if (offset < start || offset > end) continue;
    if (best === undefined || end - start <= best.extent.end - best.extent.start) best = candidate;
  }
  return best;
}

/** Return the function of a name: the whole name, else the last part of it if only one function has that, else the default export. */
export function functionNamed(file: ts.SourceFile, name: string, start?: number): FoundFunction | undefined {
  const all = functionsOf(file);
  const isThere = (candidate: FoundFunction): boolean =>
    candidate.namePlace.start === start && writtenName(candidate.name) === writtenName(name);
  const exact = all.find(isThere) ?? all.find((candidate) => candidate.name === name);
  if (exact !== undefined) return exact;
  const last = all.filter((candidate) => candidate.name.endsWith(`.${name}`));
  if (last.length === 1) return last[0];
  const constructor = all.find((candidate) => candidate.name === `${name}.constructor`);
  if (constructor !== undefined) return constructor;
  return name === "default" ? all.find(isDefaultExport) : undefined;
}

/** Return what lists show of a function, as plain data. */
export function functionInfo(found: FoundFunction): FunctionInfo {
  const { name, signature, place, namePlace, tagged } = found;
  return { name, signature, place, namePlace, tagged };
}

function isDefaultExport({ node }: FoundFunction): boolean {
  if (node.parent.kind === ts.SyntaxKind.ExportAssignment) return true;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) === true) return true;
  const name = ts.isFunctionDeclaration(node)
    ? node.name?.text
    : ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
      ? node.parent.name.text
      : undefined;
  return node.getSourceFile().statements.some((statement) => exportsAsDefault(statement, name));
}

function exportsAsDefault(statement: ts.Statement, name: string | undefined): boolean {
  if (ts.isExportAssignment(statement))
    return ts.isIdentifier(statement.expression) && statement.expression.text === name;
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) return false;
  const clause = statement.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return false;
  return clause.elements.some((element) => element.name.text === "default" && element.propertyName?.text === name);
}

function visit({ node, context }: Pending, found: FoundFunction[], pending: Pending[]): void {
  const binding = BINDING.has(node.kind) ? bindingOf(node, context) : undefined;
  if (binding !== undefined) {
    const value = boundValue(node);
    if (value !== undefined) visitBound(value, binding, context, found, pending);
    return;
  }
  pushChildren(node, unnamedContext(node, context), pending);
}

/** Kinds of nodes that can give names to values. */
const BINDING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.BinaryExpression,
]);

/** Go on with the parts of a node; names, tokens and types have no functions inside. */
function pushChildren(node: ts.Node, context: Context, pending: Pending[]): void {
  ts.forEachChild(node, (child) => {
    const { kind } = child;
    const isLeaf = kind <= ts.SyntaxKind.LastToken || kind === ts.SyntaxKind.Identifier;
    const isType = kind >= ts.SyntaxKind.FirstTypeNode && kind <= ts.SyntaxKind.LastTypeNode;
    if (!isLeaf && !isType) pending.push({ node: child, context });
  });
}

/** The context inside a node that binds no name. */
function unnamedContext(node: ts.Node, context: Context): Context {
  if (ts.isFunctionLike(node)) return { ...context, enclosing: node, owner: undefined, path: undefined };
  if (ts.isModuleDeclaration(node)) return { ...context, ...below(context, node.name.text) };
  if (ts.isObjectLiteralExpression(node))
    return { ...context, path: undefined, owner: { kind: "object", node, path: undefined } };
  if (!ts.isClassLike(node)) return context;
  return { ...context, path: undefined, owner: { kind: "class", node, name: node.name?.text ?? "", isStatic: false } };
}

/** A value with a name: a function of the list, a class or an object whose members get the name before theirs, or anything else. */
function visitBound(
  value: ts.Node,
  binding: Binding,
  context: Context,
  found: FoundFunction[],
  pending: Pending[],
): void {
  const bare = ts.isExpression(value) ? unwrap(value) : value;
  const prefix = `${context.prefix}${binding.name}.`;
  let inner = context;
  if (isFunctionNode(bare)) {
    if (bare.body === undefined) return;
    const outer = describe(bare, binding, context);
    found.push(outer);
    inner = { prefix, path: undefined, outer, enclosing: bare, owner: undefined };
  } else if (ts.isClassLike(bare)) {
    const owner: Owner = { kind: "class", node: bare, name: binding.name, isStatic: false };
    inner = { ...context, prefix, path: binding.path, owner };
  } else if (ts.isObjectLiteralExpression(bare)) {
    inner = { ...context, prefix, path: binding.path, owner: { kind: "object", node: bare, path: binding.path } };
  } else {
    pending.push({ node: bare, context });
    return;
  }
  pushChildren(bare, inner, pending);
}

/** The binding that a node makes, if it is a kind of node that gives names to values. */
function bindingOf(node: ts.Node, context: Context): Binding | undefined {
  const { owner, path } = context;
  const at = (name: string, nameNode: ts.Node | undefined, declaration: ts.Node): Binding => {
    const inner = below(context, name).path;
    return { name, nameNode, declaration, owner: undefined, path: name === "default" ? undefined : inner };
  };
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
    return at(node.name?.text ?? "default", node.name, node);
  if (ts.isVariableDeclaration(node))
    return ts.isIdentifier(node.name) ? at(node.name.text, node.name, statementOf(node)) : undefined;
  if (ts.isExportAssignment(node)) return ts.isIdentifier(node.expression) ? undefined : at("default", undefined, node);
  if (ts.isConstructorDeclaration(node))
    return { name: "constructor", nameNode: undefined, declaration: node, owner: ownerOf(owner, node), path };
  if (
    ts.isMethodDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node)
  ) {
    const name = nameText(node.name);
    const inObject = owner?.kind === "object";
    const ofClass = isStatic(node);
    const reached = below(context, name).path;
    return {
      name,
      nameNode: node.name,
      declaration: node,
      owner: ownerOf(owner, node),
      path: inObject || ofClass ? reached : undefined,
    };
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const name = assignedName(node.left);
  if (name === undefined) return undefined;
  const declaration = ts.isExpressionStatement(node.parent) ? node.parent : node;
  return { ...at(name, node.left, declaration), path: ts.isIdentifier(node.left) ? name : undefined };
}

function ownerOf(owner: Owner | undefined, member: ts.Node): Owner | undefined {
  return owner?.kind === "class" ? { ...owner, isStatic: isStatic(member) } : owner;
}

/** The part of a binding node that is its value. */
function boundValue(node: ts.Node): ts.Node | undefined {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node))
    return node.initializer;
  if (ts.isExportAssignment(node)) return node.expression;
  return ts.isBinaryExpression(node) ? node.right : node;
}

function below(context: Context, name: string): Pick<Context, "prefix" | "path"> {
  const { path } = context;
  const isIdentifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
  const step =
    path === "" ? (isIdentifier ? name : undefined) : isIdentifier ? `.${name}` : `[${JSON.stringify(name)}]`;
  return {
    prefix: `${context.prefix}${name}.`,
    path: path === undefined || step === undefined ? undefined : path + step,
  };
}

/** The name that an assignment gives to a function: what CommonJS exports and what older classes put on their prototype included. */
function assignedName(target: ts.Expression): string | undefined {
  if (ts.isIdentifier(target)) return target.text;
  if (!ts.isPropertyAccessExpression(target)) return undefined;
  const text = `${assignedName(target.expression) ?? (target.expression.kind === ts.SyntaxKind.ThisKeyword ? "this" : "")}.${target.name.text}`;
  if (text === "module.exports") return "default";
  return text.replace(/^(?:module\.|default\.|exports\.|this\.|\.)+/, "").replace(".prototype.", ".");
}

function describe(node: FunctionNode, binding: Binding, context: Context): FoundFunction {
  const file = node.getSourceFile();
  const { declaration } = binding;
  const call = callOf(node, binding.owner);
  const name = context.prefix + binding.name;
  const parameters = node.parameters.map((parameter) => parameterText(parameter));
  const list = call === "getter" ? "" : `(${parameters.join(", ")})`;
  const signature = call === "constructor" ? `new ${context.prefix.slice(0, -1)}${list}` : name + list;
  const place = { file: file.fileName, start: declaration.getStart(file), end: declaration.end };
  const comments = [...overloadsOf(node), declaration].flatMap((above) => commentsAbove(above));
  return {
    name,
    signature,
    place,
    namePlace: { file: file.fileName, ...nameSpan(node, binding.nameNode, file) },
    tagged: hasTag(file.text, comments),
    node,
    call,
    key: binding.name,
    owner: binding.owner,
    outer: context.outer,
    enclosing: context.enclosing,
    parameters,
    comments,
    extent: { start: Math.min(comments[0]?.start ?? place.start, place.start), end: place.end },
  };
}

function callOf(node: FunctionNode, owner: Owner | undefined): FoundFunction["call"] {
  if (ts.isConstructorDeclaration(node) && !isStatic(node)) return "constructor";
  if (ts.isGetAccessorDeclaration(node)) return "getter";
  return owner === undefined ? "plain" : "method";
}
