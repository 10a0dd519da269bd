/** What a declared type certainly accepts, for values that people have written: anything that is not sure is accepted. */
import type { Surroundings } from "../../modules/exports.ts";
import { ts } from "../../parse.ts";
import { isStatic, nameText } from "../../text/functionSyntax.ts";
import { typedArrayNames } from "../../typedArrayNames.ts";
import { findType, type FoundType } from "./declarations.ts";
import { enumShape } from "./enums.ts";

/** The values that a type accepts. */
export type Accepted =
  | { readonly kind: "any" }
  /** Of one kind, in the words of messages: `number`, `function`, `Float64Array`. */
  | { readonly kind: "simple"; readonly name: string }
  /** One value, as it is written. */
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "array"; readonly element: Accepted }
  | { readonly kind: "tuple"; readonly elements: readonly Accepted[] }
  /** `others` is what members may be that are not named; undefined where there are none. */
  | { readonly kind: "object"; readonly members: Members; readonly others: (() => Accepted) | undefined }
  | { readonly kind: "union"; readonly types: readonly Accepted[] };

/** The members of an object type; each is read when it is asked for, since types may hold themselves. */
export type Members = ReadonlyMap<string, { readonly type: () => Accepted; readonly isOptional: boolean }>;

type Shaped = Extract<Accepted, { readonly kind: "object" }>;

/** What a type is read with. */
interface Scope {
  readonly around: Surroundings | undefined;
  /** What type parameters stand for. */
  readonly names: ReadonlyMap<string, Accepted>;
  /** How many declarations are open, to end those that lead to themselves. */
  readonly depth: number;
}

const ANY: Accepted = { kind: "any" };
const UNDEFINED = simple("undefined");
const NO_MEMBERS: Members = new Map();
const OBJECT: Accepted = { kind: "object", members: NO_MEMBERS, others: () => ANY };

/** How many declarations may lead from one to the next. */
const DEPTH = 12;

/** Return what a parameter's declared type accepts. */
export function acceptedBy(type: ts.TypeNode, around: Surroundings | undefined): Accepted {
  return accepted(type, { around, names: new Map(), depth: 0 });
}

/** Return what a member of a value may be; undefined where the type certainly has no such member. */
export function acceptedMember(type: Accepted, step: string | number): Accepted | undefined {
  if (type.kind === "array") return typeof step === "number" ? type.element : ANY;
  if (type.kind === "tuple") return typeof step === "number" ? type.elements[step] : ANY;
  if (type.kind !== "object") return ANY;
  const member = type.members.get(String(step));
  if (member === undefined) return type.others?.();
  return member.isOptional ? { kind: "union", types: [member.type(), UNDEFINED] } : member.type();
}

function simple(name: string): Accepted {
  return { kind: "simple", name };
}

function accepted(node: ts.Node | undefined, scope: Scope): Accepted {
  if (node === undefined) return ANY;
  return KEYWORDS.get(node.kind) ?? structural(node, scope) ?? ANY;
}

const { SyntaxKind } = ts;

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, Accepted> = new Map([
  [SyntaxKind.NumberKeyword, simple("number")],
  [SyntaxKind.StringKeyword, simple("string")],
  [SyntaxKind.BooleanKeyword, simple("boolean")],
  [SyntaxKind.BigIntKeyword, simple("bigint")],
  [SyntaxKind.UndefinedKeyword, UNDEFINED],
  [SyntaxKind.VoidKeyword, UNDEFINED],
  [SyntaxKind.ObjectKeyword, OBJECT],
  [SyntaxKind.FunctionType, simple("function")],
]);

function structural(node: ts.Node, scope: Scope): Accepted | undefined {
  const read = (inner: ts.Node | undefined): Accepted => accepted(inner, scope);
  if (ts.isParenthesizedTypeNode(node)) return read(node.type);
  if (ts.isArrayTypeNode(node)) return { kind: "array", element: read(node.elementType) };
  if (ts.isTupleTypeNode(node)) return tuple(node, read);
  if (ts.isUnionTypeNode(node)) return { kind: "union", types: node.types.map(read) };
  if (ts.isIntersectionTypeNode(node)) return merged(node.types.map(read));
  if (ts.isLiteralTypeNode(node)) return literal(node.literal);
  // Every value but `undefined` and `null` is a `{}`.
  if (ts.isTypeLiteralNode(node)) return node.members.length === 0 ? ANY : membersOf(node.members, scope);
  if (ts.isTypeOperatorNode(node)) return node.operator === SyntaxKind.ReadonlyKeyword ? read(node.type) : ANY;
  return ts.isTypeReferenceNode(node) ? named(node, node.typeName, scope) : undefined;
}

function tuple(node: ts.TupleTypeNode, read: (inner: ts.Node) => Accepted): Accepted {
  const elements = node.elements.map((element) => (ts.isNamedTupleMember(element) ? element.type : element));
  const isExact = node.elements.every(
    (element) =>
      !ts.isRestTypeNode(element) &&
      !ts.isOptionalTypeNode(element) &&
      !(ts.isNamedTupleMember(element) && (element.dotDotDotToken ?? element.questionToken) !== undefined),
  );
  return isExact ? { kind: "tuple", elements: elements.map(read) } : { kind: "array", element: ANY };
}

function literal(node: ts.LiteralTypeNode["literal"]): Accepted {
  if (node.kind === SyntaxKind.NullKeyword) return simple("null");
  if (ts.isStringLiteralLike(node)) return { kind: "literal", text: JSON.stringify(node.text) };
  if (ts.isNumericLiteral(node)) return { kind: "literal", text: node.text };
  if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword)
    return { kind: "literal", text: node.getText() };
  const isNegative = ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand);
  return isNegative ? { kind: "literal", text: String(-Number(node.operand.text)) } : ANY;
}

/** Several types at once; only objects are put together. */
function merged(types: readonly Accepted[]): Accepted {
  const objects = types.flatMap((type) => (type.kind === "object" ? [type] : []));
  if (objects.length < types.length) return ANY;
  return {
    kind: "object",
    members: new Map(objects.flatMap(({ members }) => [...members])),
    others: objects.find(({ others }) => others !== undefined)?.others,
  };
}

/** The members of an interface, an object type, or a class. */
function membersOf(nodes: readonly (ts.TypeElement | ts.ClassElement)[], scope: Scope): Shaped {
  const members = new Map<string, { readonly type: () => Accepted; readonly isOptional: boolean }>();
  let others: (() => Accepted) | undefined;
  for (const node of nodes) {
    if (isStatic(node)) continue;
    if (ts.isConstructorDeclaration(node)) {
      for (const field of node.parameters) if (ts.isParameterPropertyDeclaration(field, node)) add(field);
    } else if (ts.isIndexSignatureDeclaration(node)) others = () => accepted(node.type, scope);
    else if (node.name === undefined || ts.isComputedPropertyName(node.name)) others ??= () => ANY;
    else add(node as ts.TypeElement & { readonly name: ts.PropertyName });
  }
  return { kind: "object", members, others };

  function add(node: (ts.TypeElement | ts.ClassElement | ts.ParameterDeclaration) & { readonly name: ts.Node }): void {
    const isMethod = ts.isMethodSignature(node) || ts.isMethodDeclaration(node);
    if (ts.isSetAccessor(node) && members.has(nameText(node.name))) return;
    const type = isMethod || !("type" in node) ? undefined : (node.type as ts.TypeNode | undefined);
    // What a class does not say in its types: which fields its constructor sets.
    const isOptional = isMethod || ts.isClassLike(node.parent) || ts.isParameter(node) || isMarked(node);
    members.set(nameText(node.name), {
      type: () => (isMethod ? simple("function") : accepted(type, scope)),
      isOptional,
    });
  }
}

function isMarked(node: ts.Node): boolean {
  return "questionToken" in node && node.questionToken !== undefined;
}

function named(node: ts.NodeWithTypeArguments, name: ts.EntityName, scope: Scope): Accepted {
  const bound = ts.isIdentifier(name) ? scope.names.get(name.text) : undefined;
  if (bound !== undefined) return bound;
  const found = findType(scope.around, node, dotted(name));
  const args = node.typeArguments ?? [];
  if (found !== undefined) return scope.depth < DEPTH ? declared(found, args, scope) : ANY;
  return builtIn(dotted(name).join("."), args, scope);
}

function dotted(name: ts.EntityName): string[] {
  return ts.isIdentifier(name) ? [name.text] : [...dotted(name.left), name.right.text];
}

function declared({ declarations }: FoundType, args: readonly ts.TypeNode[], scope: Scope): Accepted {
  const [first] = declarations;
  if (ts.isEnumDeclaration(first)) return enumerated(first);
  if (!ts.isTypeAliasDeclaration(first) && !ts.isInterfaceDeclaration(first) && !ts.isClassLike(first)) return ANY;
  const names = new Map<string, Accepted>();
  first.typeParameters?.forEach(({ name }, index) => {
    const argument = args[index];
    names.set(name.text, argument === undefined ? ANY : accepted(argument, scope));
  });
  const inner: Scope = { around: scope.around, names, depth: scope.depth + 1 };
  if (ts.isTypeAliasDeclaration(first)) return accepted(first.type, inner);
  const parts = declarations.filter((part) => ts.isInterfaceDeclaration(part) || ts.isClassLike(part));
  const own = parts.map((part) => membersOf(part.members, inner));
  // Which classes there are outside of the text is not known, nor what their methods look like.
  const isInherited = parts.some((part) => part.heritageClauses?.some(extendsOther) === true);
  const whole = merged([...(isInherited ? parts.flatMap((part) => inherited(part, inner)) : []), ...own]);
  if (whole.kind !== "object") return OBJECT;
  return whole.members.size === 0 && whole.others === undefined ? ANY : whole;
}

function extendsOther({ token }: ts.HeritageClause): boolean {
  return token === SyntaxKind.ExtendsKeyword;
}

function inherited(part: ts.InterfaceDeclaration | ts.ClassLikeDeclaration, scope: Scope): Accepted[] {
  const types = (part.heritageClauses ?? []).filter(extendsOther).flatMap((clause) => clause.types);
  return types.map((type) => {
    const name = entityOf(type.expression);
    return name === undefined ? ANY : named(type, name, scope);
  });
}

function entityOf(node: ts.Expression): ts.EntityName | undefined {
  return ts.isIdentifier(node) ? node : undefined;
}

/** Numbers or texts, whichever the members are: flags are numbers that no member has. */
function enumerated(declaration: ts.EnumDeclaration): Accepted {
  const shape = enumShape(declaration);
  if (shape.kind !== "literal") return ANY;
  const areTexts = shape.choices.map((choice) => choice.startsWith('"'));
  if (areTexts.every((isText) => !isText)) return simple("number");
  return areTexts.every((isText) => isText) ? simple("string") : ANY;
}

const TYPED_ARRAYS: ReadonlySet<string> = new Set(typedArrayNames);

function builtIn(name: string, args: readonly ts.TypeNode[], scope: Scope): Accepted {
  const [first, second] = args;
  if (TYPED_ARRAYS.has(name)) return simple(name);
  if (name === "Array" || name === "ReadonlyArray") return { kind: "array", element: accepted(first, scope) };
  if (name === "Readonly" || name === "Required") return accepted(first, scope);
  if (name === "Function") return simple("function");
  if (name === "Map" || name === "ReadonlyMap" || name === "Set" || name === "ReadonlySet" || name === "Date")
    return simple(name.replace("Readonly", ""));
  if (name === "Partial") {
    const whole = accepted(first, scope);
    if (whole.kind !== "object") return ANY;
    const members = new Map([...whole.members].map(([key, { type }]) => [key, { type, isOptional: true }]));
    return { ...whole, members };
  }
  if (name !== "Record") return ANY;
  const keys = accepted(first, scope);
  const choices = keys.kind === "union" ? keys.types : [keys];
  const isClosed = choices.every(({ kind }) => kind === "literal");
  const type = (): Accepted => accepted(second, scope);
  return isClosed
    ? {
        kind: "object",
        members: new Map(choices.map((key) => [keyOf(key), { type, isOptional: false }])),
        others: undefined,
      }
    : { kind: "object", members: NO_MEMBERS, others: type };
}

function keyOf(choice: Accepted): string {
  return choice.kind === "literal" ? choice.text.replace(/^"(.*)"$/s, "$1") : "";
}
