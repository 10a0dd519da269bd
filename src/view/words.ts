/** Sentences and spoken names: what the picture says, in words. */
import { MINUS, rounded } from "./number.ts";

/** Return a formula as it is spoken: `u = w · x` becomes "u equals w times x". */
export function spoken(formula: string): string {
  return formula
    .replace(/ = /g, " equals ")
    .replace(/ · /g, " times ")
    .replace(/ \+ /g, " plus ")
    .replace(/ − /g, " minus ")
    .replace(/ \/ /g, " divided by ")
    .replace(/\)²/g, ", all squared")
    .replace(/\)³/g, ", all cubed")
    .replace(/²/g, " squared")
    .replace(/³/g, " cubed")
    .replace(/ … /g, " to ")
    .replace(/([\p{L}\p{N}_$.]+)\(…\)/gu, "a call of $1")
    .replace(/([\p{L}\p{N}_])\(/gu, "$1 of ")
    .replace(/[()]/g, "")
    .replace(/−/g, "minus ")
    .replace(/∂/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Return a number's text as it is spoken: `−3` becomes "minus 3". */
export function spokenNumber(text: string): string {
  return text.replaceAll(" … ", " to ").replaceAll(MINUS, "minus ").replaceAll("+", "").replaceAll("∞", "infinity");
}

/** Return a name as code inside a sentence; a backtick in it must not end the code. */
export function code(name: string): string {
  return `\`${name.replace(/`/g, "ˋ").replace(/\s+/g, " ")}\``;
}

/** Say what a gradient means: "Raising `w` a little raises `a` 3 times as much." */
export function gradientSentence(name: string, result: string, gradient: number, digits: number): string {
  const what = code(name);
  const of = code(result);
  if (Number.isNaN(gradient)) return `The gradient of ${of} by ${what} is not a number here.`;
  if (gradient === 0) return `Changing ${what} a little does not change ${of}.`;
  const verb = gradient > 0 ? "raises" : "lowers";
  if (!Number.isFinite(gradient)) return `Raising ${what} a little ${verb} ${of} without bound.`;
  const times = rounded(Math.abs(gradient), digits);
  return `Raising ${what} a little ${verb} ${of} ${times === "1" ? "just as much" : `${times} times as much`}.`;
}

/** Say why there is no gradient where no path leads to the result: nothing uses it, or it only decides. */
export function withoutPathSentence(name: string, result: string, isDeciding: boolean): string {
  const what = code(name);
  return isDeciding
    ? `${what} has no gradient: it decides what is computed, but no step that leads to ${code(result)} computes with it.`
    : `${what} has no effect on ${code(result)}: no step that leads to it uses ${what}.`;
}

/** Say what a gradient means where the result has a kink as something changes. */
export function kinkedSentence(name: string, result: string, gradient: number, digits: number): string {
  const slope = rounded(gradient, digits);
  return `Where ${code(name)} is now, ${code(result)} has a kink: the gradient ${slope} holds at most to one side.`;
}

/** Say that a step is at a point without a derivative, and what is used in its place. */
export function kinkSentence(formula: string, left: number | undefined, right: number | undefined): string {
  const head = `${code(formula)} has no derivative at this point`;
  const sides = [
    ...(left === undefined ? [] : [`${rounded(left, 3)} to the left`]),
    ...(right === undefined ? [] : [`${rounded(right, 3)} to the right`]),
  ];
  return sides.length === 0 ? `${head}.` : `${head}: its slope is ${sides.join(" and ")}.`;
}
