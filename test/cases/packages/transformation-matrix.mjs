import { applyToPoint, compose, decomposeTSR, fromDefinition, fromTransformAttribute, fromTriangles, inverse, rotateDEG, scale, skew, smoothMatrix, toCSS, toSVG, translate } from "transformation-matrix";

export function matrices() {
  const m = compose(translate(40, 40), rotateDEG(90, 5, 6), scale(2, 4), skew(0.1, 0.2));
  return [
    m, inverse(m), decomposeTSR(compose(translate(1, 2), scale(3), rotateDEG(30))), toCSS(m), toSVG(m), applyToPoint(m, { x: 3, y: 4 }), applyToPoint(m, [3, 4]), smoothMatrix(m, 1e3),
    fromDefinition(fromTransformAttribute("translate(-10,-10) scale(2,2) rotate(45 3 4)")), fromTriangles([[0, 0], [1, 0], [0, 1]], [[1, 1], [2, 3], [4, 0]]),
  ];
}

/** @at angle = 30, sx = 2, ty = 5 @tolerance 1e-10 */
export function placed(angle, sx, ty) {
  const { x, y } = applyToPoint(inverse(compose(translate(4, ty), rotateDEG(angle), scale(sx, 3))), { x: 7, y: 1 });
  return x * y;
}
