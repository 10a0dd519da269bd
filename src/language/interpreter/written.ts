/** Texts that were made from active numbers: where one of them is read as a number again, a gradient has been lost on the way. */

/** How many texts are remembered; a program that writes more is told about one of the first. */
const MOST = 10_000;
/** Longer texts are not looked at. */
const LONGEST = 1_000_000;

/** The number that a text begins with, as `parseFloat` reads it. */
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;

/** The texts of one run. */
export class WrittenNumbers {
  private readonly texts = new Set<string>();

  /** Remember a text that an active number was written as, and return it. */
  add(text: string): string {
    if (this.texts.size < MOST && text.length <= LONGEST) this.texts.add(text);
    return text;
  }

  /** Whether a text, or the number that it begins with, was written so. */
  has(text: string): boolean {
    if (this.texts.size === 0 || text.length > LONGEST) return false;
    if (this.texts.has(text)) return true;
    const number = NUMBER.exec(text.trimStart().slice(0, 400));
    return number !== null && this.texts.has(number[0]);
  }
}
