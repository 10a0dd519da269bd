/** Which nodes of a text give names to values, and how the values are reached by them. */
import { textOf, ts } from "../parse.ts";
import { type ClassNode, isStatic, nameText, statementOf } from "./functionSyntax.ts";

/** What a function is a member of, and so what its `this` is. */
export type Owner =
  | ClassOwner
  /** What is put on a function's `prototype`; `text` reads the function, `name` is what it is called. */
  | { readonly kind: "prototype"; readonly name: string; readonly text: string }
  /**
   * `path` names the object from the module's scope, as in `shapes.circle`, or from the instance of a class in whose field it is, as in `this.circle`;
   * undefined if no name leads to it.
   */
  | { readonly kind: "object"; readonly path: string | undefined; readonly instance?: ClassOwner };

/** A class, and whether it or its instances are meant. */
export interface ClassOwner {
  readonly kind: "class";
  readonly node: ClassNode;
  readonly name: string;
  readonly isStatic: boolean;
}

/** What stands around a node: what it is a member of, and the names before its own. */
export interface Surrounding {
  readonly prefix: string;
  /** The expression that leads from the module's scope to the object around; undefined if there is none. */
  readonly path: string | undefined;
  readonly owner: Owner | undefined;
}

/** A name that a value is bound to: where it stands, and the statement that comments stand above. */
export interface Binding {
  readonly name: string;
  readonly nameNode: ts.Node | undefined;
  readonly declaration: ts.Node;
  readonly owner: Owner | undefined;
  readonly path: string | undefined;
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

/** Return the binding that a node makes, if it is a kind of node that gives names to values. */
export function bindingOf(node: ts.Node, context: Surrounding): Binding | undefined {
  if (!BINDING.has(node.kind)) return undefined;
  const { owner, path } = context;
  const at = (name: string, nameNode: ts.Node | undefined, declaration: ts.Node): Binding => {
    return { name, nameNode, declaration, owner: undefined, path: below(context, name).path };
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
  const isAtTop = ts.isSourceFile(declaration.parent);
  const reached = isAtTop ? readPath(node.left) : undefined;
  return { ...at(name, node.left, declaration), owner: assignedOwner(node.left, isAtTop), path: reached };
}

/** Return what the members of an object literal belong to that is bound to a name. */
export function objectOwner({ owner, path, name }: Binding): Extract<Owner, { readonly kind: "object" }> {
  if (owner?.kind === "class" && !owner.isStatic)
    return { kind: "object", path: isPlainName(name) ? `this.${name}` : undefined, instance: owner };
  const instance = owner?.kind === "object" ? owner.instance : undefined;
  return { kind: "object", path, ...(instance === undefined ? {} : { instance }) };
}

/** Return what the members of an object literal belong to, if it is not the object: `Vec.prototype = { … }`, `Object.assign(Vec.prototype, { … })`. */
export function prototypeAround(node: ts.ObjectLiteralExpression): Owner | undefined {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return isPrototype(parent.left) ? prototypeOf(parent.left) : undefined;
  if (!ts.isCallExpression(parent) || textOf(parent.expression) !== "Object.assign") return undefined;
  const [target] = parent.arguments;
  return target !== undefined && isPrototype(target) ? prototypeOf(target) : undefined;
}

/** The owner of `Vec.prototype.length` and of `Mod.scale`. */
function assignedOwner(target: ts.Expression, isAtTop: boolean): Owner | undefined {
  if (!ts.isPropertyAccessExpression(target)) return undefined;
  if (isPrototype(target.expression)) return prototypeOf(target.expression);
  const { expression, name } = target;
  return isAtTop && name.text !== "prototype" ? { kind: "object", path: readPath(expression) } : undefined;
}

function isPrototype(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.name.text === "prototype";
}

function prototypeOf({ expression }: ts.PropertyAccessExpression): Owner | undefined {
  const text = readPath(expression);
  const name = assignedName(expression);
  return text === undefined || name === undefined ? undefined : { kind: "prototype", name, text };
}

/** The text that reads what has been assigned, if it is a variable or a member of one. */
function readPath(target: ts.Expression): string | undefined {
  if (ts.isIdentifier(target)) return target.text;
  if (!ts.isPropertyAccessExpression(target)) return undefined;
  const holder = readPath(target.expression);
  return holder === undefined ? undefined : `${holder}.${target.name.text}`;
}

function ownerOf(owner: Owner | undefined, member: ts.Node): Owner | undefined {
  return owner?.kind === "class" ? { ...owner, isStatic: isStatic(member) } : owner;
}

/** Return the part of a binding node that is its value. */
export function boundValue(node: ts.Node): ts.Node | undefined {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node))
    return node.initializer;
  if (ts.isExportAssignment(node)) return node.expression;
  return ts.isBinaryExpression(node) ? node.right : node;
}

/** Return what stands around the members of something with a name. */
export function below(context: Surrounding, name: string): Pick<Surrounding, "prefix" | "path"> {
  const { path } = context;
  const isIdentifier = isPlainName(name);
  const step =
    path === "" ? (isIdentifier ? name : undefined) : isIdentifier ? `.${name}` : `[${JSON.stringify(name)}]`;
  return {
    prefix: `${context.prefix}${name}.`,
    path: path === undefined || step === undefined ? undefined : path + step,
  };
}

function isPlainName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

/** The name that an assignment gives to a function: what CommonJS exports and what older classes put on their prototype included. */
function assignedName(target: ts.Expression): string | undefined {
  if (ts.isIdentifier(target)) return target.text;
  if (!ts.isPropertyAccessExpression(target)) return undefined;
  const text = `${assignedName(target.expression) ?? (target.expression.kind === ts.SyntaxKind.ThisKeyword ? "this" : "")}.${target.name.text}`;
  if (text === "module.exports") return "default";
  return text.replace(/^(?:module\.|default\.|exports\.|this\.|\.)+/, "").replace(/\.prototype(?=\.|$)/, "");
}
