// Logistic regression: how likely is it to pass an exam after so many hours of study?

interface Student {
  hours: number;
  passed: boolean;
}

const students: Student[] = [
  { hours: 0.5, passed: false },
  { hours: 0.75, passed: false },
  { hours: 1.0, passed: false },
  { hours: 1.25, passed: false },
  { hours: 1.5, passed: false },
  { hours: 1.75, passed: false },
  { hours: 1.75, passed: true },
  { hours: 2.0, passed: false },
  { hours: 2.25, passed: true },
  { hours: 2.5, passed: false },
  { hours: 2.75, passed: true },
  { hours: 3.0, passed: false },
  { hours: 3.25, passed: true },
  { hours: 3.5, passed: false },
  { hours: 4.0, passed: true },
  { hours: 4.25, passed: true },
  { hours: 4.5, passed: true },
  { hours: 4.75, passed: true },
  { hours: 5.0, passed: true },
  { hours: 5.5, passed: true },
];

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/**
 * The mean log loss of the data. Both gradients vanish near slope 1.505 and intercept −4.078: that is the best fit.
 * @at slope = 1, intercept = -3
 */
export function logLoss(slope: number, intercept: number): number {
  let loss = 0;
  for (const { hours, passed } of students) {
    const p = sigmoid(slope * hours + intercept);
    loss -= passed ? Math.log(p) : Math.log(1 - p);
  }
  return loss / students.length;
}
