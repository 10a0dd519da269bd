/** From declared types to shapes: what TypeScript's checker would know, as far as one needs it to make up values, and without a program. */
import type { Surroundings } from "../../modules/exports.ts";
import { ts } from "../../parse.ts";
import { concreteClass, nameText } from "../../text/functionSyntax.ts";
import { endOf, unionShape, type Recursion } from "../unions.ts";
import { findExported, findType, type FoundType, type TypeDeclaration } from "./declarations.ts";
import { enumShape, memberShape, taggedEnumShape } from "./enums.ts";
import { expressionShape } from "./expressionShape.ts";
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  fits,
  intersectionOf,
  keyText,
  memberOf,
  NONE,
  NULL,
  NUMBER,
  objectOf,
  STRING,
  templateOf,
  unionOf,
  UNKNOWN,
  type Shape,
} from "./shape.ts";
import { builtInShape, keysOf } from "./typeNames.ts";

/** What a type is read with. */
export interface TypeScope extends Recursion {
  /** The other files; undefined to look into this one only. */
  readonly around: Surroundings | undefined;
  /** What type parameters stand for. */
  readonly names: ReadonlyMap<string, Shape>;
  /** How many types may still be read: types can grow faster than anybody wants to see. */
  readonly budget: { left: number };
}

/** How many types one parameter's type may be made of. */
const TYPES = 5_000;

/** How many declarations may be open: deeper types are unknown. */
const DEPTH = 12;

/** Return a scope to start reading types in. */
export function typeScope(around: Surroundings | undefined): TypeScope {
  return { around, names: new Map(), open: [], met: new Set(), budget: { left: TYPES } };
}

/** Return the shape of a declared type. */
export function typeShape(node: ts.Node | undefined, scope: TypeScope): Shape {
  if (node === undefined || --scope.budget.left < 0) return UNKNOWN;
  return (
    KEYWORDS.get(node.kind) ??
    structuralShape(node, scope) ??
    namedShape(node, scope) ??
    commentShape(node, scope) ??
    UNKNOWN
  );
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, Shape> = new Map([
  [ts.SyntaxKind.NumberKeyword, NUMBER],
  [ts.SyntaxKind.StringKeyword, STRING],
  [ts.SyntaxKind.BooleanKeyword, BOOLEAN],
  [ts.SyntaxKind.BigIntKeyword, BIGINT],
  [ts.SyntaxKind.UndefinedKeyword, NONE],
  [ts.SyntaxKind.VoidKeyword, NONE],
  [ts.SyntaxKind.NeverKeyword, NONE],
]);

function structuralShape(node: ts.Node, scope: TypeScope): Shape | undefined {
  const shapeOf = (inner: ts.Node | undefined): Shape => typeShape(inner, scope);
  if (ts.isParenthesizedTypeNode(node) || ts.isOptionalTypeNode(node)) return shapeOf(node.type);
  if (ts.isArrayTypeNode(node)) return arrayOf(shapeOf(node.elementType));
  if (ts.isTupleTypeNode(node))
    return { kind: "tuple", elements: node.elements.flatMap((element) => tupleElements(element, scope)) };
  if (ts.isNamedTupleMember(node)) return shapeOf(node.type);
  if (ts.isUnionTypeNode(node)) return unionShape(node.types, scope, (type, met) => typeShape(type, { ...scope, met }));
  if (ts.isIntersectionTypeNode(node)) return intersectionOf(node.types.map(shapeOf));
  if (ts.isLiteralTypeNode(node))
    return node.literal.kind === ts.SyntaxKind.NullKeyword
      ? NULL
      : { kind: "literal", choices: [node.literal.getText()] };
  if (ts.isTemplateLiteralTypeNode(node))
    return templateOf([
      node.head.text,
      ...node.templateSpans.flatMap(({ type, literal }) => [shapeOf(type), literal.text]),
    ]);
  if (ts.isTypeLiteralNode(node)) return membersShape(node.members, scope);
  if (ts.isFunctionTypeNode(node)) return functionShape(node, scope);
  if (ts.isConstructorTypeNode(node)) return { ...functionShape(node, scope), kind: "maker" };
  if (ts.isMappedTypeNode(node)) return mappedShape(node, scope);
  if (ts.isTypePredicateNode(node)) return BOOLEAN;
  if (ts.isTypeOperatorNode(node)) {
    const inner = shapeOf(node.type);
    return node.operator === ts.SyntaxKind.KeyOfKeyword ? (keysOf(inner) ?? STRING) : inner;
  }
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  const index = shapeOf(node.indexType);
  const object = shapeOf(node.objectType);
  if (index.kind === "literal") return memberOf(object, keyText(index.choices[0]));
  return object.kind === "tuple" ? unionOf(object.elements) : memberOf(object, 0);
}

/** The elements that a tuple's element stands for; two for a rest, so that it shows. */
function tupleElements(node: ts.TypeNode, scope: TypeScope): readonly Shape[] {
  const isRest = ts.isRestTypeNode(node) || (ts.isNamedTupleMember(node) && node.dotDotDotToken !== undefined);
  if (!isRest) return [typeShape(node, scope)];
  const inner = typeShape(node.type, scope);
  if (inner.kind === "tuple") return inner.elements;
  return inner.kind === "array" ? [inner.element, inner.element] : [];
}

/** Return the shape of an object type's members. Methods are left out unless they are all there is. */
function membersShape(members: readonly ts.TypeElement[], scope: TypeScope): Shape {
  const found: [string, Shape][] = [];
  let called: Extract<Shape, { kind: "function" }> | undefined;
  for (const member of members) {
    if (ts.isCallSignatureDeclaration(member)) called ??= functionShape(member, scope);
    if (ts.isConstructSignatureDeclaration(member)) return { ...functionShape(member, scope), kind: "maker" };
    if (ts.isIndexSignatureDeclaration(member)) {
      const value = typeShape(member.type, scope);
      const isNumeric = typeShape(member.parameters[0]?.type, scope).kind === "number";
      if (members.length === 1)
        return isNumeric ? arrayOf(value) : objectOf(["a", "b", "c"].map((key) => [key, value]));
    } else if (ts.isPropertySignature(member) || ts.isGetAccessor(member))
      found.push([nameText(member.name), typeShape(member.type, scope)]);
    else if (ts.isMethodSignature(member)) found.push([nameText(member.name), functionShape(member, scope)]);
  }
  if (called === undefined) return objectOf(found);
  return found.length === 0 ? called : { ...called, members: new Map(found) };
}

/** Return the shape of a function by its signature. */
function functionShape(node: ts.SignatureDeclarationBase, scope: TypeScope): Extract<Shape, { kind: "function" }> {
  return {
    kind: "function",
    parameters: node.parameters
      .filter((parameter) => nameText(parameter.name) !== "this")
      .map((parameter) => typeShape(parameter.type, scope)),
    result: typeShape(node.type, scope),
  };
}

function mappedShape(node: ts.MappedTypeNode, scope: TypeScope): Shape {
  const keys = typeShape(node.typeParameter.constraint, scope);
  const texts = keys.kind === "literal" ? keys.choices : ['"a"', '"b"', '"c"'];
  return objectOf(
    texts.flatMap((text): [string, Shape][] => {
      const names = new Map(scope.names).set(node.typeParameter.name.text, { kind: "literal", choices: [text] });
      const inner = { ...scope, names };
      const key = node.nameType === undefined ? text : renamed(typeShape(node.nameType, inner));
      return key === undefined ? [] : [[keyText(key), typeShape(node.type, inner)]];
    }),
  );
}

/** The key that a mapped type gives a member; undefined for one that it leaves out. */
function renamed(name: Shape): string | undefined {
  return name.kind === "literal" ? name.choices[0] : undefined;
}

/** References by name, to what was declared before what is built in. */
function namedShape(node: ts.Node, scope: TypeScope): Shape | undefined {
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
  { typeArguments: [from, by] = [] as unknown as ts.NodeArray<ts.TypeNode> }: ts.NodeWithTypeArguments,
  [name]: readonly string[],
  scope: TypeScope,
): Shape | undefined {
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

function entityNames(name: ts.EntityName): string[] {
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
  const shapes = constructor.parameters.map((parameter) => {
    if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return NONE;
    const shape = typeShape(parameter.type ?? ts.getJSDocType(parameter), scope);
    return shape.kind === "unknown" ? NUMBER : shape;
  });
  while (shapes.at(-1)?.kind === "none") shapes.pop();
  return shapes;
}

/** Types as JSDoc writes them. */
function commentShape(node: ts.Node, scope: TypeScope): Shape | undefined {
  if (
    ts.isJSDocTypeExpression(node) ||
    ts.isJSDocNullableType(node) ||
    ts.isJSDocNonNullableType(node) ||
    ts.isJSDocOptionalType(node)
  )
    return typeShape(node.type, scope);
  if (ts.isJSDocVariadicType(node)) return arrayOf(typeShape(node.type, scope));
  if (ts.isJSDocFunctionType(node)) return functionShape(node, scope);
  if (ts.isJSDocSignature(node)) {
    const parameters = node.parameters.map((parameter) => typeShape(parameter.typeExpression, scope));
    return { kind: "function", parameters, result: typeShape(node.type?.typeExpression, scope) };
  }
  if (!ts.isJSDocTypeLiteral(node)) return undefined;
  const members = (node.jsDocPropertyTags ?? []).map((tag): [string, Shape] => {
    return [entityNames(tag.name).at(-1)!, typeShape(tag.typeExpression, scope)];
  });
  return node.isArrayType ? arrayOf(objectOf(members)) : objectOf(members);
}
