export * as ns from "./a.mjs";
export * from "./amb1.mjs";
export * from "./b.mjs";
export { default } from "./b.mjs";
export { own as "string name" };
export const own = 1;
