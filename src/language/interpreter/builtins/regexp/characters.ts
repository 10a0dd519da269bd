/** Sets of characters of regular expressions. Each asks the host's regular expression of that one class about one character at a time, so that case folding and Unicode's tables are the host's own. */

/** How many characters beyond Latin-1 a set remembers before it starts again. */
const REMEMBERED = 4_096;
/** How many sets are kept for the next regular expression. */
const KEPT = 1_000;

/** The characters that a class, an escape or a letter in any case stands for. */
export class CharacterSet {
  private readonly pattern: RegExp;
  /** 0 where nobody asked yet, 1 for a member, 2 for another character. */
  private readonly low = new Uint8Array(256);
  private readonly high = new Map<number, boolean>();

  constructor(raw: string, flags: string) {
    this.pattern = new RegExp(`^(?:${raw})$`, flags);
  }

  /** Whether the set has a character: a code point in Unicode mode, else a code unit. */
  has(code: number): boolean {
    if (code < 256) {
      const known = this.low[code];
      if (known !== 0) return known === 1;
      const answer = this.pattern.test(String.fromCharCode(code));
      this.low[code] = answer ? 1 : 2;
      return answer;
    }
    const known = this.high.get(code);
    if (known !== undefined) return known;
    if (this.high.size >= REMEMBERED) this.high.clear();
    const answer = this.pattern.test(String.fromCodePoint(code));
    this.high.set(code, answer);
    return answer;
  }
}

const kept = new Map<string, CharacterSet>();

/** The set that a piece of a pattern stands for. */
export function characterSet(raw: string, flags: string): CharacterSet {
  const key = `${flags}/${raw}`;
  let set = kept.get(key);
  if (set === undefined) {
    if (kept.size >= KEPT) kept.clear();
    set = new CharacterSet(raw, flags);
    kept.set(key, set);
  }
  return set;
}

/** The set of a character in any case. */
export function foldedCharacter(code: number, flags: string): CharacterSet {
  const hex = code.toString(16);
  return characterSet(/[uv]/.test(flags) ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`, flags);
}

/** A class of the `v` flag that has strings of several characters in it. */
export class StringSet {
  /** No string of the set is longer than this. */
  readonly longest: number;
  private readonly pattern: RegExp;

  constructor(raw: string, flags: string, longest: number) {
    this.pattern = new RegExp(`^(?:${raw})$`, flags);
    this.longest = longest;
  }

  /** Whether the set has a string. */
  has(text: string): boolean {
    return this.pattern.test(text);
  }
}

/** Whether a code unit is the first half of a pair. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a code unit is the second half of a pair. */
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether an index is between the two halves of a pair. */
export function splitsPair(text: string, index: number): boolean {
  return (
    index > 0 &&
    index < text.length &&
    isLowSurrogate(text.charCodeAt(index)) &&
    isHighSurrogate(text.charCodeAt(index - 1))
  );
}

/** The index after the character at an index: two further for a pair in Unicode mode (AdvanceStringIndex). */
export function nextIndex(text: string, index: number, unicode: boolean): number {
  return unicode && splitsPair(text, index + 1) ? index + 2 : index + 1;
}
