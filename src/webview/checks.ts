/** Checks of values that come from outside, and how larger checks are made of smaller ones. */

/** Tells whether a value is what is expected. */
export type Check = (value: unknown) => boolean;

/** A text. */
export const isText: Check = (value) => typeof value === "string";
/** A number. */
export const isNumber: Check = (value) => typeof value === "number";
/** A number of a picture, where NaN and infinities arrive as null. */
export const isValue: Check = (value) => typeof value === "number" || value === null;
/** True or false. */
export const isBoolean: Check = (value) => typeof value === "boolean";

/** An object whose named fields pass their checks. */
export function record(fields: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(fields);
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    entries.every(([name, check]) => check((value as Record<string, unknown>)[name]));
}

/** An object of one of some kinds, told apart by `kind`. */
export function oneKind(kinds: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== "object" || value === null || !("kind" in value)) return false;
    const { kind } = value;
    return typeof kind === "string" && Object.hasOwn(kinds, kind) && kinds[kind]!(value);
  };
}

/** An array of which every element passes. */
export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** A field that is missing or null was undefined before the message was turned into JSON. */
export function optional(check: Check): Check {
  return (value) => value === undefined || value === null || check(value);
}

/** An object whose fields are all texts. */
export function textsByName(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(isText);
}

/** One of some texts or numbers. */
export function oneOf(...values: readonly (string | number)[]): Check {
  return (value) => (values as readonly unknown[]).includes(value);
}
