// A small neural network that learns "exclusive or": its weights go in, one training loss comes out.

/** A fully connected layer: `weights[j][i]` is how strongly unit `j` listens to input `i`. */
interface Layer {
  weights: number[][];
  biases: number[];
}

const samples = [
  { inputs: [0, 0], label: 0 },
  { inputs: [0, 1], label: 1 },
  { inputs: [1, 0], label: 1 },
  { inputs: [1, 1], label: 0 },
];

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function forward({ weights, biases }: Layer, inputs: number[]): number[] {
  return weights.map((row, j) => Math.tanh(dot(row, inputs) + biases[j]));
}

/**
 * The mean squared error over all samples, and a little weight decay.
 * @at hidden = { weights: [[1.1, -0.9], [-0.8, 1.2], [0.6, 0.5]], biases: [-0.3, -0.2, 0.1] }
 * @at output = { weights: [[0.9, 1.1, 0.2]], biases: [0.3] }
 */
export function trainingLoss(hidden: Layer, output: Layer, decay = 0.001): number {
  let error = 0;
  for (const { inputs, label } of samples) {
    const [prediction] = forward(output, forward(hidden, inputs));
    error += (prediction - label) ** 2;
  }
  let penalty = 0;
  for (const row of [...hidden.weights, ...output.weights]) penalty += dot(row, row);
  return error / samples.length + decay * penalty;
}
