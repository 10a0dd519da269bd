/** Types by their names: what was declared, with arguments for its type parameters, before what is built in. */
import { ts } from "../../parse.ts";
import { concreteClass, nameText } from "../../text/functionSyntax.ts";
import { classWith } from "./classes.ts";
import { commentShape } from "./commentTypes.ts";
import { findExported, findType, type FoundType, type TypeDeclaration } from "./declarations.ts";
import { enumShape, memberShape, taggedEnumShape } from "./enums.ts";
import { expressionShape } from "./expressionShape.ts";
import { fits, intersectionOf, NONE, NUMBER, objectOf, restShapes, unionOf, UNKNOWN, type Shape } from "./shape.ts";
import { builtInShape } from "./typeNames.ts";
import { membersShape, typeShape, type TypeScope } from "./types.ts";
import { endOf } from "./unions.ts";
import { usageShape } from "./usage.ts";
import { NOTHING_KNOWN, type Known } from "./uses.ts";

/** How many declarations may be open: deeper types are unknown. */
const DEPTH = 12;

/** Return the shape of a type that is referred to by name; undefined for any other. */
export function namedShape(node: ts.Node, scope: TypeScope): Shape | undefined {
  if (ts.isTypeQueryNode(node)) {
    const found = findType(scope.around, node, entityNames(node.exprName));
    const shape = found === undefined ? UNKNOWN : declaredShape(found, [], scope);
    return shape.kind === "class" ? { kind: "maker", parameters: shape.parameters, result: shape } : shape;
  }
  const args = (list: readonly ts.TypeNode[] | undefined): Shape[] =>
    (list ?? []).map((argument) => typeShape(argument, scope));
  if (ts.isImportTypeNode(node)) {
    const { argument, qualifier } = node;
    if (
      scope.around === undefined ||
      qualifier === undefined ||
      !ts.isLiteralTypeNode(argument) ||
      !ts.isStringLiteral(argument.literal)
    )
      return UNKNOWN;
    const found = findExported(scope.around, node.getSourceFile(), argument.literal.text, entityNames(qualifier));
    return found === undefined ? UNKNOWN : declaredShape(found, args(node.typeArguments), scope);
  }
  const names = ts.isTypeReferenceNode(node)
    ? entityNames(node.typeName)
    : ts.isExpressionWithTypeArguments(node)
      ? expressionNames(node.expression)
      : undefined;
  if (names === undefined || !(ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)))
    return undefined;
  const bound = names.length === 1 ? scope.names.get(names[0]!) : undefined;
  if (bound !== undefined) return bound;
  const found = findType(scope.around, node, names);
  if (found !== undefined)
    return taggedEnumShape(found.declarations[0]) ?? declaredShape(found, args(node.typeArguments), scope);
  return chosenAlternatives(node, names, scope) ?? builtInShape(names.join("."), args(node.typeArguments)) ?? UNKNOWN;
}

/** `Extract` and `Exclude`, of a union's alternatives. */
function chosenAlternatives(
  { typeArguments }: ts.NodeWithTypeArguments,
  [name]: readonly string[],
  scope: TypeScope,
): Shape | undefined {
  const [from, by] = typeArguments ?? [];
  if (from === undefined || by === undefined || (name !== "Extract" && name !== "Exclude")) return undefined;
  const all = alternativesOf(from, scope);
  const pattern = typeShape(by, scope);
  if (all.length < 2 || pattern.kind === "unknown") return undefined;
  return unionOf(all.filter((alternative) => fits(alternative, pattern) === (name === "Extract")));
}

function alternativesOf(node: ts.TypeNode, scope: TypeScope): readonly Shape[] {
  if (ts.isParenthesizedTypeNode(node)) return alternativesOf(node.type, scope);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((type) => alternativesOf(type, scope));
  const names = ts.isTypeReferenceNode(node) ? entityNames(node.typeName) : [];
  const [first] = (names.length === 0 ? undefined : findType(scope.around, node, names))?.declarations ?? [];
  const isAlias = first !== undefined && ts.isTypeAliasDeclaration(first) && first.typeParameters === undefined;
  if (!isAlias || scope.open.includes(first)) return [typeShape(node, scope)];
  return alternativesOf(first.type, { ...scope, open: [...scope.open, first] });
}

/** Return the parts of a name: `a`, `b` and `c` of `a.b.c`. */
export function entityNames(name: ts.EntityName): string[] {
  return ts.isIdentifier(name) ? [name.text] : [...entityNames(name.left), name.right.text];
}

function expressionNames(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  return ts.isPropertyAccessExpression(expression)
    ? [...expressionNames(expression.expression), expression.name.text]
    : [];
}

/** The shape of what a name refers to, with arguments for its type parameters. */
function declaredShape(found: FoundType, args: readonly Shape[], scope: TypeScope): Shape {
  const [first] = found.declarations;
  if (scope.open.includes(first)) scope.met.add(first);
  // A recursive type is unfolded once, so that a list has a second element.
  if (scope.open.filter((declaration) => declaration === first).length > 1) return endOf(first);
  if (scope.open.length >= DEPTH) return UNKNOWN;
  const open = [...scope.open, first];
  if (ts.isTypeParameterDeclaration(first)) {
    const bound = typeShape(first.constraint ?? first.default, { ...scope, open });
    return bound.kind === "unknown" ? NUMBER : bound;
  }
  const inner: TypeScope = { ...scope, names: parameterNames(first, args, scope), open };
  if (ts.isTypeAliasDeclaration(first)) return typeShape(first.type, inner);
  if (ts.isEnumDeclaration(first)) return enumShape(first);
  if (ts.isEnumMember(first)) return memberShape(first);
  if (ts.isClassLike(first)) return classShape(first, found, inner);
  if (ts.isInterfaceDeclaration(first)) {
    const parts = found.declarations.filter(ts.isInterfaceDeclaration);
    const inherited = parts.flatMap((part) => heritage(part, inner).map(structureOf));
    const own = parts.map((part) => membersShape(part.members, inner));
    const shape = intersectionOf([...inherited, ...own]);
    return shape.kind === "unknown" ? objectOf([]) : shape;
  }
  if (ts.isVariableDeclaration(first))
    return first.type === undefined ? expressionShape(first.initializer, true) : typeShape(first.type, inner);
  return ts.isJSDocCallbackTag(first)
    ? (commentShape(first.typeExpression, inner) ?? UNKNOWN)
    : typeShape(first.typeExpression, inner);
}

function parameterNames(
  declaration: TypeDeclaration,
  args: readonly Shape[],
  scope: TypeScope,
): ReadonlyMap<string, Shape> {
  const isGeneric =
    ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration) || ts.isClassLike(declaration);
  const parameters = isGeneric ? (declaration.typeParameters ?? []) : [];
  const names = new Map<string, Shape>();
  parameters.forEach((parameter, index) => {
    names.set(
      parameter.name.text,
      args[index] ?? typeShape(parameter.default ?? parameter.constraint, { ...scope, names }),
    );
  });
  return names;
}

function heritage(node: ts.InterfaceDeclaration | ts.ClassLikeDeclaration, scope: TypeScope): Shape[] {
  const clauses = (node.heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return clauses.flatMap(({ types }) => types.map((type) => typeShape(type, scope)));
}

/** An interface that extends a class has the class's members; they are not known here. */
function structureOf(shape: Shape): Shape {
  return shape.kind === "class" ? UNKNOWN : shape;
}

function classShape(node: ts.ClassLikeDeclaration, { value }: FoundType, scope: TypeScope): Shape {
  if (value !== undefined) {
    const made = concreteClass(node);
    const text = made === node ? value.text : value.text.replace(/[^.]*$/, made.name?.text ?? "");
    return { kind: "class", file: value.file, text, parameters: constructorShapes(made, scope) };
  }
  const fields = node.members.filter(ts.isPropertyDeclaration).map((field): [string, Shape] => {
    return [
      nameText(field.name),
      field.type === undefined ? expressionShape(field.initializer) : typeShape(field.type, scope),
    ];
  });
  return objectOf(fields);
}

/** Return the shapes of what a class is constructed from; what has a default is left to it. */
export function constructorShapes(node: ts.ClassLikeDeclaration, scope: TypeScope): readonly Shape[] {
  const constructor = node.members.find(ts.isConstructorDeclaration);
  if (constructor === undefined) {
    const [base] = heritage(node, scope);
    return base?.kind === "class" ? base.parameters : [];
  }
  const shapes = constructor.parameters.flatMap((parameter) => {
    if (parameter.initializer !== undefined) return NONE;
    const shape = typeShape(parameter.type ?? ts.getJSDocType(parameter), scope);
    if (parameter.dotDotDotToken !== undefined) return restShapes(shape, 3);
    return shape.kind === "unknown" ? usageShape(parameter.name, constructor, knownTo(node, scope)) : shape;
  });
  while (shapes.at(-1)?.kind === "none") shapes.pop();
  return shapes;
}

/** What the other classes of its file tell of what a class is made of. */
function knownTo(node: ts.ClassLikeDeclaration, scope: TypeScope): Known {
  if (scope.open.includes(node)) return NOTHING_KNOWN;
  const inner = { ...scope, open: [...scope.open, node] };
  return {
    ...NOTHING_KNOWN,
    withMethods: (methods, members) => classWith(node.getSourceFile(), { methods, members }, inner),
  };
}
