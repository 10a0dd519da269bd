/** Types that only JSDoc writes. */
import { ts } from "../../parse.ts";
import { entityNames } from "./namedTypes.ts";
import { arrayOf, objectOf, type Shape } from "./shape.ts";
import { functionShape, typeShape, type TypeScope } from "./types.ts";

/** Return the shape of a type as JSDoc writes it; undefined for any other. */
export function commentShape(node: ts.Node, scope: TypeScope): Shape | undefined {
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
