/** The shapes of a function's parameters: by their types, else by the function's own type, a default, or their use. */
import { ts } from "../../parse.ts";
import { nameText, parametersOf } from "../../text/functionSyntax.ts";
import { functionNamed } from "../../text/functions.ts";
import { classWith, methodNamed } from "./classes.ts";
import { expressionShape } from "./expressionShape.ts";
import { placeUse } from "./reads.ts";
import { isRefinable, refined } from "./refined.ts";
import { arrayOf, memberOf, NULL, NUMBER, objectOf, UNKNOWN, type Shape } from "./shape.ts";
import { typeShape, type TypeScope } from "./types.ts";
import { usageShape } from "./usage.ts";
import type { Known } from "./uses.ts";

/** How often a value may be passed on from function to function. */
const CALLS = 3;

/** Return how many of the parameters of functions that return each other tell how many there are of something, and have no default. */
export function countsOf(chain: readonly ts.SignatureDeclaration[]): number {
  const owners = chain.filter((owner) => "body" in owner && owner.body !== undefined);
  return owners
    .flatMap((owner) => parametersOf(owner))
    .filter(({ name, initializer, parent }) => {
      return initializer === undefined && ts.isIdentifier(name) && placeUse(name.text, parent) === "count";
    }).length;
}

/** Return the shape of a parameter; a rest parameter's is that of its array. */
export function parameterShape(parameter: ts.ParameterDeclaration, scope: TypeScope, calls = CALLS): Shape {
  const declared = declaredType(parameter, scope);
  if (declared.kind !== "unknown") {
    if (!isRefinable(declared)) return declared;
    return refined(declared, nameShape(parameter.name, parameter.parent, scope, calls));
  }
  const given = expressionShape(parameter.initializer);
  if (given.kind !== "unknown" && ts.isIdentifier(parameter.name)) return given;
  const used = nameShape(parameter.name, parameter.parent, scope, calls);
  return parameter.dotDotDotToken === undefined ? used : arrayOf(used.kind === "array" ? used.element : NUMBER);
}

/** The shape by the parameter's type, or by the type of the whole function. */
function declaredType(parameter: ts.ParameterDeclaration, scope: TypeScope): Shape {
  const own = parameter.type ?? ts.getJSDocType(parameter);
  if (own !== undefined) {
    const shape = typeShape(own, scope);
    // `@param {...number} xs` gives the element, `xs: number[]` the array.
    const isElement =
      parameter.dotDotDotToken !== undefined &&
      shape.kind !== "array" &&
      shape.kind !== "tuple" &&
      shape.kind !== "unknown";
    return isElement ? arrayOf(shape) : shape;
  }
  const { parent } = parameter;
  const holder = parent.parent;
  if (!ts.isVariableDeclaration(holder) && !ts.isPropertyDeclaration(holder)) return UNKNOWN;
  const whole = typeShape(holder.type ?? ts.getJSDocType(holder), scope);
  return whole.kind === "function" ? (whole.parameters[parent.parameters.indexOf(parameter)] ?? UNKNOWN) : UNKNOWN;
}

/** The shape of what is bound to a name or taken apart by a pattern. */
function nameShape(name: ts.BindingName, owner: ts.SignatureDeclaration, scope: TypeScope, calls: number): Shape {
  if (ts.isIdentifier(name)) {
    const body = "body" in owner ? owner.body : undefined;
    return body === undefined ? NUMBER : usageShape(name, owner, knownTo(owner, scope, calls));
  }
  const shapes = name.elements.flatMap((element): [string, Shape][] => {
    if (ts.isOmittedExpression(element)) return [["", NUMBER]];
    if (element.dotDotDotToken !== undefined) return restShapes(nameShape(element.name, owner, scope, calls), name);
    const given = expressionShape(element.initializer);
    const isKnown = given.kind !== "unknown" && ts.isIdentifier(element.name);
    const shape = isKnown ? given : nameShape(element.name, owner, scope, calls);
    return [[nameText(element.propertyName ?? element.name), shape]];
  });
  return ts.isObjectBindingPattern(name)
    ? objectOf(shapes)
    : { kind: "tuple", elements: shapes.map(([, shape]) => shape) };
}

/** What the rest of a pattern holds: two more elements, so that they show, or the members that are used. */
function restShapes(rest: Shape, pattern: ts.BindingPattern): [string, Shape][] {
  if (ts.isObjectBindingPattern(pattern)) return rest.kind === "object" ? [...rest.members] : [];
  const element = rest.kind === "array" ? rest.element : NUMBER;
  return [
    ["", element],
    ["", element],
  ];
}

/** What a function's file tells of a value of it, as far as it may still be followed. */
function knownTo(owner: ts.SignatureDeclaration, scope: TypeScope, calls: number): Known {
  const file = owner.getSourceFile();
  const known = new Map<string, Shape | undefined>();
  const shapeOf = (callee: string, index: number, left: number): Shape | undefined => {
    const method = callee.startsWith(".") ? methodNamed(file, callee.slice(1)) : undefined;
    const target = method ?? functionNamed(file, callee)?.node;
    const parameter = target?.parameters[Math.min(index, target.parameters.length - 1)];
    if (parameter === undefined) return undefined;
    const shape = parameterShape(parameter, scope, left);
    return parameter.dotDotDotToken === undefined ? shape : memberOf(shape, 0);
  };
  return {
    passedOn: (callee, index, value) => {
      if (functionNamed(file, callee)?.node === owner) {
        // A member that the function is called with again is like what it is in, once.
        if (!ts.isPropertyAccessExpression(value)) return undefined;
        return calls === 0 ? NULL : shapeOf(callee, index, 0);
      }
      const key = `${callee} ${index}`;
      if (!known.has(key)) known.set(key, calls === 0 ? undefined : shapeOf(callee, index, calls - 1));
      return known.get(key);
    },
    withMethods: (methods, members) => classWith(file, { methods, members }, scope),
  };
}
