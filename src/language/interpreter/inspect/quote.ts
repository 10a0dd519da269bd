/** Strings and keys as Node prints them. */
import type { Key } from "../values/values.ts";

const escapes: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  "\\": "\\\\",
};

/** A string in quotes: single ones, unless others save an escape. */
export function quote(text: string): string {
  const mark = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : !text.includes("`") && !text.includes("${")
        ? "`"
        : "'";
  let result = mark;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === mark) result += `\\${character}`;
    else if (character in escapes) result += escapes[character]!;
    else if (code < 32 || (code >= 127 && code <= 159))
      result += `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
    else if (code >= 0xd800 && code <= 0xdfff) result += `\\u${code.toString(16)}`;
    else result += character;
  }
  return result + mark;
}

/** A key of an object's property, quoted if it is no simple name. */
export function quoteKey(key: Key): string {
  if (typeof key === "symbol") return `[${key.toString()}]`;
  if (key === "__proto__") return "['__proto__']";
  return /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key) ? key : quote(key);
}
