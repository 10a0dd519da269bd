// The lecture's four graphs. Put the cursor in a function and run "GradLens: Show Computation Graph".

/** @at w = 2, x = 3, b = 1 */
export function activation(w: number, x: number, b: number): number {
  const u = w * x;
  const v = u + b;
  return Math.max(0, v);
}

/**
 * A single path: net input, activation, output, squared loss against a label.
 * @at w = 0.5, x = 2, b = 0.1, y = 1
 */
export function singlePath(w: number, x: number, b: number, y: number): number {
  const z = w * x + b;
  const a = Math.max(0, z);
  const o = 1 / (1 + Math.exp(-a));
  const l = (o - y) ** 2;
  return l;
}

/**
 * Weight sharing: one `w` feeds two activations, so its gradient is the sum of two products.
 * @at w = 0.5, x = 2, y = 1
 */
export function sharedWeight(w: number, x: number, y: number): number {
  const a1 = Math.tanh(w * x);
  const a2 = Math.max(0, w * x);
  const o = a1 + a2;
  const l = (o - y) ** 2;
  return l;
}

/**
 * A perceptron with two inputs and two hidden layers of two units; `w1_11` reaches the loss on two paths.
 * @at x1 = 1, x2 = 0.5, y = 1
 * @at w1_11 = 0.3, w1_12 = -0.2, w1_21 = 0.5, w1_22 = 0.4
 * @at w2_11 = 0.7, w2_12 = -0.6, w2_21 = 0.2, w2_22 = 0.9
 * @at v1 = 0.8, v2 = -0.5
 */
export function perceptron(
  x1: number, x2: number, y: number,
  w1_11: number, w1_12: number, w1_21: number, w1_22: number,
  w2_11: number, w2_12: number, w2_21: number, w2_22: number,
  v1: number, v2: number,
): number {
  const a1_1 = Math.tanh(w1_11 * x1 + w1_12 * x2);
  const a1_2 = Math.tanh(w1_21 * x1 + w1_22 * x2);
  const a2_1 = Math.tanh(w2_11 * a1_1 + w2_12 * a1_2);
  const a2_2 = Math.tanh(w2_21 * a1_1 + w2_22 * a1_2);
  const o = v1 * a2_1 + v2 * a2_2;
  const l = (o - y) ** 2;
  return l;
}
