/** The small texts of mathematical notation: exponents, numbers and quotations that are not too long. */

/** Digits of a number literal beyond which it is cut. */
const DIGITS = 12;
/** Characters of a string literal, and of any other source, beyond which it is cut. */
const STRING = 24;
const SOURCE = 200;

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  Array.from("0123456789−", (character, index) => [character, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")[index]!]),
);

/** Return an integer as an exponent, or undefined for any other text. */
export function superscript(text: string): string | undefined {
  if (!/^−?\d{1,3}$/.test(text)) return undefined;
  return Array.from(text, (character) => SUPERSCRIPTS.get(character)!).join("");
}

/** Return a number literal with a real minus in its exponent and `…` for digits beyond the sixth, if it has very many. */
export function shortenedNumber(literal: string): string {
  const parts = /^([\d_]*\.?[\d_]*)(?:[eE]([+-]?)([\d_]+))?$/.exec(literal);
  if (parts === null) return literal;
  const [, mantissa = "", exponentSign = "", exponent] = parts;
  const short = mantissa.length > DIGITS && mantissa.includes(".") ? cutDigits(mantissa) : mantissa;
  if (exponent === undefined) return short;
  return `${short}e${exponentSign === "-" ? "−" : exponentSign}${exponent}`;
}

/** Six significant digits, but never less than all digits before the point. */
function cutDigits(mantissa: string): string {
  const point = mantissa.indexOf(".");
  const significant = mantissa.search(/[1-9]/);
  const end = Math.max(significant + 6 + (significant < point ? 1 : 0), point + 1);
  return end >= mantissa.length ? mantissa : `${mantissa.slice(0, end)}…`;
}

/** Return a source text on one line, cut in its middle if it is very long. */
export function shortenedText(text: string, isString: boolean): string {
  const line =
    text.length > 4 * SOURCE ? `${oneLine(text.slice(0, 2 * SOURCE))}…${oneLine(text.slice(-SOURCE))}` : oneLine(text);
  if (isString && line.length > STRING) return `${cut(line, STRING)}…${line.at(-1)!}`;
  return line.length > SOURCE ? `${cut(line, SOURCE / 2)}…${line.slice(-SOURCE / 4)}` : line;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The first characters, without half of a surrogate pair. */
function cut(text: string, length: number): string {
  const end = /[\ud800-\udbff]/.test(text[length - 1] ?? "") ? length - 1 : length;
  return text.slice(0, end);
}
