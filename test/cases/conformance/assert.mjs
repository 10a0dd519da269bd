/** What the scripts of this folder check with; a difference is an exception. */

export function same(actual, expected, about = "") {
  if (Object.is(actual, expected)) return;
  throw new Error(`${about} expected ${String(expected)} (${typeof expected}), got ${String(actual)} (${typeof actual})`);
}

export function list(actual, expected, about = "") {
  same(actual.length, expected.length, `${about} length:`);
  for (let i = 0; i < expected.length; i++) same(actual[i], expected[i], `${about}[${i}]`);
}

export function throws(type, work, about = "") {
  try {
    work();
  } catch (error) {
    if (error !== null && typeof error === "object" && error.constructor === type) return error;
    throw new Error(`${about} expected a ${type.name}, got ${String(error)}`);
  }
  throw new Error(`${about} expected a ${type.name}, got nothing`);
}
