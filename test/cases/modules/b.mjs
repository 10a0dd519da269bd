import { a, getA } from "./a.mjs";
export let b = 10;
export function getB() {
  return [a, b, getA()];
}
export function bump() {
  b += 5;
  return b;
}
export default class Foo {
  static n = "foo";
}
