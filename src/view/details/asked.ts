/** A question about a gradient, and the phrases of which its answers are made. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Lines } from "../findings.ts";
import { formulaOf, siteOf } from "../names.ts";
import { countText, rounded, signedText } from "../number.ts";
import type { Part } from "../picture/parts/parts.ts";
import type { Picture } from "../picture/picture.ts";
import type { Reason, Said } from "../question.ts";
import { code } from "../words.ts";
import type { Found, TapeEdge } from "./reasons.ts";

/** The question: everything that an answer is made from. */
export interface Case {
  readonly picture: Picture;
  readonly part: Part;
  readonly index: number;
  /** The step that is asked about: of several, the one with the largest gradient. */
  readonly node: NodeId;
  readonly name: string;
  readonly gradient: number;
  readonly lines: Lines;
  readonly digits: number;
}

/** A reason before its path is drawn. */
export interface Answer {
  readonly reason: Reason;
  readonly said: readonly Said[];
  readonly cause: Found | undefined;
}

/** Most terms of a sum that are written out. */
const MOST_TERMS = 4;

/** `+0.62, −0.4 and −0.2`: the largest first, and of many the others in one. */
export function termsText(terms: readonly number[], digits: number): string {
  const sorted = terms.toSorted((one, other) => Math.abs(other) - Math.abs(one));
  const count = sorted.length > MOST_TERMS ? MOST_TERMS - 1 : sorted.length;
  const texts = sorted.slice(0, count).map((term) => signedText(term, digits).short);
  const others = sorted.slice(count);
  if (others.length > 0) {
    const rest = others.reduce((sum, term) => sum + term, 0);
    texts.push(`${signedText(rest, digits).short} from ${countText(others.length)} more`);
  }
  return `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)!}`;
}

/** `max(0, v)` on line 5. */
export function stepSaid({ picture, lines }: Case, { to }: Pick<TapeEdge, "to">): Said[] {
  return [{ text: `${code(formulaOf(picture.trace, to))} on ` }, lineAt(picture, to, lines)];
}

/** `v = −6`. */
export function operandText({ picture, digits }: Case, node: NodeId): string {
  return code(`${picture.naming.callOf(node)} = ${rounded(picture.trace.tape.value[node]!, digits)}`);
}

/** The line of a step. */
export function lineAt({ trace }: Picture, node: NodeId, lines: Lines): Said {
  return lineOf(lines, siteOf(trace, node) ?? trace.function.namePlace);
}

/** The line of a place, as a link. */
export function lineOf(
  lines: Lines,
  place: { readonly file: string; readonly start: number; readonly end: number },
): Said {
  const source = lines.link(place);
  return { text: `line ${source.line}`, source };
}

/** `two`. */
export function numberWord(count: number): string {
  return ["no", "one", "two", "three", "four", "five", "six"][count] ?? String(count);
}

/** A text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
