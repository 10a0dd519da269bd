/** The functions of a file that a person may look at: their names, places, and what a call of each needs. */
import { ts, unwrap } from "../parse.ts";
import type { Place, Span } from "../span.ts";
import {
  below,
  bindingOf,
  boundValue,
  objectOwner,
  prototypeAround,
  type Binding,
  type Owner,
  type Surrounding,
} from "./bindings.ts";
import { calledName, UNNAMED } from "./calledName.ts";
import { commentsAbove, hasTag } from "./comments.ts";
import { chainOf, chainParameters } from "./curried.ts";
import { isDefaultExport } from "./defaultExport.ts";
import { numberedNames, writtenName } from "./functionNames.ts";
import {
  isFunctionNode,
  isStatic,
  makesInstances,
  nameSpan,
  overloadsOf,
  parametersOf,
  parameterText,
  type FunctionNode,
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

/** A function of a file with its syntax. */
export interface FoundFunction extends FunctionInfo {
  readonly node: FunctionNode;
  /** The function, and those that it returns one in another; each is called with its own arguments. */
  readonly chain: readonly FunctionNode[];
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

/** Where the walk is: what encloses the node, too. */
interface Context extends Surrounding {
  readonly outer: FoundFunction | undefined;
  readonly enclosing: ts.SignatureDeclaration | undefined;
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

/** Return the function of a name: the whole name, else the last part of it if only one function has that, else the default export, else the one that is called otherwise now. */
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
  if (name === "default") return all.find(({ node }) => isDefaultExport(node));
  return start === undefined ? undefined : all.find(({ namePlace }) => namePlace.start === start);
}

/** Return what lists show of a function, as plain data. */
export function functionInfo(found: FoundFunction): FunctionInfo {
  const { name, signature, place, namePlace, tagged } = found;
  return { name, signature, place, namePlace, tagged };
}

function visit({ node, context }: Pending, found: FoundFunction[], pending: Pending[]): void {
  const binding = bindingOf(node, context);
  if (binding !== undefined) {
    const value = boundValue(node);
    if (value !== undefined) visitBound(value, binding, context, found, pending);
    return;
  }
  const isLoose = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  const loose = isLoose && context.enclosing === undefined ? looseBinding(node) : undefined;
  if (loose !== undefined) visitBound(node, loose, context, found, pending);
  else pushChildren(node, unnamedContext(node, context), pending);
}

/** The name of a function at the module's level that no declaration gives one: by the list that it stands in, or by the call that gets it. */
function looseBinding(node: ts.ArrowFunction | ts.FunctionExpression): Binding | undefined {
  const name = calledName(node);
  if (name === UNNAMED || chainParameters(chainOf(node)).length === 0) return undefined;
  return { name, nameNode: node.name, declaration: node, owner: undefined, path: undefined };
}

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
  if (ts.isObjectLiteralExpression(node)) {
    const owner = prototypeAround(node);
    if (owner?.kind === "prototype") return { ...context, prefix: `${owner.name}.`, path: undefined, owner };
    return { ...context, path: undefined, owner: { kind: "object", path: undefined } };
  }
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
  const bare = ts.isExpression(value) ? calledAtOnce(unwrap(value)) : value;
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
    const object = objectOwner(binding);
    inner = { ...context, prefix, path: object.path, owner: prototypeAround(bare) ?? object };
  } else {
    pending.push({ node: bare, context });
    return;
  }
  pushChildren(bare, inner, pending);
}

/** The function in `(() => …)()`, else the expression; what is called at once has the name of what is made. */
function calledAtOnce(value: ts.Expression): ts.Expression {
  if (!ts.isCallExpression(value)) return value;
  const callee = unwrap(value.expression);
  const isFunction = ts.isArrowFunction(callee) || ts.isFunctionExpression(callee);
  return isFunction && value.arguments.length + chainParameters(chainOf(callee)).length > 0 ? callee : value;
}

function describe(node: FunctionNode, binding: Binding, context: Context): FoundFunction {
  const file = node.getSourceFile();
  const { declaration } = binding;
  const call = callOf(node, binding);
  const name = context.prefix + binding.name;
  const made = ts.isConstructorDeclaration(node) ? context.prefix.slice(0, -1) : name;
  const chain = chainOf(node);
  const lists = chain.map((each) => parametersOf(each).map((parameter) => parameterText(parameter)));
  const list = call === "getter" ? "" : lists.map((parameters) => `(${parameters.join(", ")})`).join("");
  const signature = call === "constructor" ? `new ${made}${list}` : name + list;
  const place = { file: file.fileName, start: declaration.getStart(file), end: declaration.end };
  const comments = [...overloadsOf(node), declaration].flatMap((above) => commentsAbove(above));
  return {
    name,
    signature,
    place,
    namePlace: { file: file.fileName, ...nameSpan(node, binding.nameNode, file) },
    tagged: hasTag(file.text, comments),
    node,
    chain,
    call,
    key: keyOf(binding),
    owner: binding.owner,
    outer: context.outer,
    enclosing: context.enclosing,
    parameters: lists.flat(),
    comments,
    extent: { start: Math.min(comments[0]?.start ?? place.start, place.start), end: place.end },
  };
}

/** The last part of a name; only that of an assignment to a member has several. */
function keyOf({ name, nameNode }: Binding): string {
  return nameNode !== undefined && ts.isPropertyAccessExpression(nameNode) ? nameNode.name.text : name;
}

function callOf(node: FunctionNode, binding: Binding): FoundFunction["call"] {
  const { owner } = binding;
  if (ts.isConstructorDeclaration(node) && !isStatic(node)) return "constructor";
  if (owner?.kind !== "class" && makesInstances(node, keyOf(binding))) return "constructor";
  if (ts.isGetAccessorDeclaration(node)) return "getter";
  return owner === undefined ? "plain" : "method";
}
