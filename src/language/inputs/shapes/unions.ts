/** Which alternative of a union stands for it. Of a type that contains itself it is one that does so, and inside of that one that does not. */
import { ts } from "../../parse.ts";
import { NONE, NULL, numbersIn, unionOf, type Shape } from "./shape.ts";

/** What a type is read with, as far as types that contain themselves are concerned. */
export interface Recursion {
  /** The declarations that are being read, to end recursive types. */
  readonly open: readonly ts.Node[];
  /** Those of them that have been come to again. */
  readonly met: Set<ts.Node>;
}

/** Return the shape of a union from those of its alternatives, which are read one by one. */
export function unionShape<Type>(
  types: readonly Type[],
  { open, met }: Recursion,
  read: (type: Type, met: Set<ts.Node>) => Shape,
): Shape {
  const alternatives = types.map((type) => {
    const own = new Set<ts.Node>();
    const shape = read(type, own);
    const again = [...own].filter((declaration) => open.includes(declaration));
    for (const declaration of again) met.add(declaration);
    return { shape, again };
  });
  const all = alternatives.map(({ shape }) => shape);
  const again = alternatives.flatMap((alternative) => alternative.again);
  if (again.length === 0) return unionOf(all);
  const isInside = again.some((one) => open.filter((declaration) => declaration === one).length > 1);
  const wanted = alternatives.filter((alternative) => alternative.again.length > 0 !== isInside);
  const most = Math.max(...wanted.map(({ shape }) => numbersIn(shape)));
  // What ends a list holds no number; then a second element comes before it.
  if (most <= 0) return unionOf(all);
  return wanted.find(({ shape }) => numbersIn(shape) === most)!.shape;
}

/** Return what a type is that is not read any further: null where that is what ends it. */
export function endOf(declaration: ts.Node): Shape {
  const type = ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
  const isNull = (part: ts.TypeNode): boolean =>
    ts.isLiteralTypeNode(part) && part.literal.kind === ts.SyntaxKind.NullKeyword;
  return type !== undefined && ts.isUnionTypeNode(type) && type.types.some(isNull) ? NULL : NONE;
}
