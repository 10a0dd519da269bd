/** From declared types to shapes: what TypeScript's checker would know, as far as one needs it to make up values, and without a program. */
import type { Surroundings } from "../../modules/exports.ts";
import { ts } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";
import { commentShape } from "./commentTypes.ts";
import { namedShape } from "./namedTypes.ts";
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  intersectionOf,
  keyText,
  memberOf,
  NONE,
  NULL,
  NUMBER,
  objectOf,
  restShapes,
  STRING,
  templateOf,
  unionOf,
  UNKNOWN,
  type Shape,
} from "./shape.ts";
import { keysOf } from "./typeNames.ts";
import { unionShape, type Recursion } from "./unions.ts";

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
  return isRest ? restShapes(typeShape(node.type, scope), 2) : [typeShape(node, scope)];
}

/** Return the shape of an object type's members. Methods are left out unless they are all there is. */
export function membersShape(members: readonly ts.TypeElement[], scope: TypeScope): Shape {
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
export function functionShape(
  node: ts.SignatureDeclarationBase,
  scope: TypeScope,
): Extract<Shape, { kind: "function" }> {
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
