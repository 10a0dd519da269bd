/** The lecture's four graphs as they are traced from examples/lecture.ts. */
import type { Trace } from "../../src/language/trace.ts";
import { addressOf, traced } from "../examples.ts";

/** The file that their places point into. */
export const LECTURE = addressOf("lecture.ts");

/** A value for each input that is to be another one than the tag says. */
type Point = Readonly<Record<string, number>>;

/** (a) relu(w · x + b). */
export function activation(at: Point = {}): Trace {
  return lecture("activation", at);
}

/** (b) Net input, activation, output, squared loss. */
export function singlePath(at: Point = {}): Trace {
  return lecture("singlePath", at);
}

/** (c) One weight in two activations. */
export function sharedWeight(at: Point = {}): Trace {
  return lecture("sharedWeight", at);
}

/** (d) Two hidden layers of two units. */
export function perceptron(at: Point = {}): Trace {
  return lecture("perceptron", at);
}

function lecture(name: string, at: Point): Trace {
  const changed = Object.entries(at).map(([input, value]) => [input, Object.is(value, -0) ? "-0" : String(value)]);
  return traced({ file: "lecture.ts", name }, Object.fromEntries(changed) as Record<string, string>);
}
