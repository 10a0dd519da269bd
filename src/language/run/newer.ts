/** What to write in the place of parts of JavaScript that are newer than the interpreter. */

const LATER = "It gives its value after the function has returned: pass in what would be awaited as a parameter.";
const BYTES = "Take the text apart with methods of strings, and pass the bytes on as numbers.";

/** By what the program calls them: global names with their owners, methods of values by their last name. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["Array.fromAsync", LATER],
  ["Promise.try", LATER],
  ["Promise.withResolvers", LATER],
  ["Error.isError", "Write `error instanceof Error`."],
  ["Float16Array", "Write `Float32Array`, and `Math.f16round` where a number is rounded."],
  ["Iterator.concat", "Write a generator that goes through one after the other with `yield*`."],
  ["Iterator.zip", "Go through the first one with an index into the others."],
  ["Iterator.zipKeyed", "Go through the first one with an index into the others."],
  ["Math.clamp", "Write `Math.min(Math.max(x, low), high)`."],
  ["Math.sumPrecise", "Write a loop, or `reduce`; its last digits may differ."],
  ["RegExp.escape", "Write `text.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&')`."],
  ["Temporal", "Pass the time as a number of milliseconds, or use `Date`."],
  ["Uint8Array.fromBase64", BYTES],
  ["Uint8Array.fromHex", BYTES],
  ["DisposableStack", "Write `using`, or `try` with `finally`."],
  ["AsyncDisposableStack", LATER],
  ["SuppressedError", "Throw an `Error` with `cause`."],
  [".getFloat16", "Write `getFloat32`, and keep the number in four bytes."],
  [".setFloat16", "Write `setFloat32`, and keep the number in four bytes."],
  [".getOrInsert", "Write `map.get(key) ?? value`, and `map.set` where there was none."],
  [".getOrInsertComputed", "Write `map.get(key) ?? make(key)`, and `map.set` where there was none."],
  [".toBase64", BYTES],
  [".toHex", BYTES],
]);

/** Return what to write instead where a message of JavaScript says that something newer is not there; undefined for others. */
export function insteadOfNewer(message: string): string | undefined {
  const name = /^(?:globalThis\.)?(.+) is not (?:a function|a constructor|defined)$/su.exec(message)?.[1];
  if (name === undefined) return undefined;
  const instead = INSTEAD.get(name) ?? INSTEAD.get(/\.\w+$/u.exec(name)?.[0] ?? "");
  return instead === undefined ? undefined : `\`${name}\` is newer than the JavaScript that is traced. ${instead}`;
}
