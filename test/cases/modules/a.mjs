import { b, bump, getB } from "./b.mjs";
export let a = 1;
export function getA() {
  return a;
}
export function incA() {
  a++;
  return a;
}
export const sum = () => a + b;
export { bump, getB as reB };
export default function () {
  return "defA";
}
