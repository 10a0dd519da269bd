/**
 * Texts that were made from active numbers: where one of them is read as a number again, a gradient has been lost on the way.
 *
 * Texts have no identity. What a text was made from is known by how it was made last: what is made from such a text, as a part of
 * it or with it, is one itself, and a text that is made anew from anything else is none any more.
 */
import { ArrayValue } from "./values/arrayValue.ts";
import type { Value } from "./values/values.ts";

/** How many texts are remembered; a program that writes more is told about one of the first. */
const MOST = 10_000;
/** Longer texts are not looked at. */
const LONGEST = 1_000_000;
/** What is made from longer texts is not looked at. */
const LONGEST_SOURCE = 4_096;
/** How many texts of an array are looked at. */
const MOST_PARTS = 1_000;

/** The texts of one run. */
export class WrittenNumbers {
  private readonly texts = new Set<string>();
  /** The text that a method is about to return, if an answer of its callback that was made from an active number stands in it. */
  private carried: string | undefined;

  /** Whether no active number has been written yet, so that there is nothing to follow. */
  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  /** Remember a text that an active number was written as, and return it. */
  add(text: string): string {
    if (this.texts.size < MOST && text.length <= LONGEST) this.texts.add(text);
    return text;
  }

  /** Note that a text has been made from others; return it. */
  make(text: string, ...sources: readonly string[]): string {
    if (this.texts.size === 0 || text.length > LONGEST_SOURCE) return text;
    if (text === this.carried || sources.some((source) => this.isKnown(source))) this.add(text);
    else this.texts.delete(text);
    return text;
  }

  /** Note that a method is about to return a text with such an answer in it; return it. */
  carry(text: string): string {
    this.carried = text;
    return text;
  }

  /** Note that a value has been made from others by a method of texts: a text, or an array of texts. */
  follow(made: Value, sources: readonly Value[]): void {
    if (this.texts.size === 0) return;
    const texts = sources.filter((source) => typeof source === "string");
    if (texts.length === 0) return;
    if (typeof made === "string") this.make(made, ...texts);
    else if (made instanceof ArrayValue)
      for (const part of made.elements.slice(0, MOST_PARTS)) if (typeof part === "string") this.make(part, ...texts);
    this.carried = undefined;
  }

  /** Whether a text was made from an active number. */
  has(text: string): boolean {
    return this.texts.size > 0 && text.length <= LONGEST && this.texts.has(text);
  }

  private isKnown(source: string): boolean {
    return source.length <= LONGEST_SOURCE && this.texts.has(source);
  }
}
