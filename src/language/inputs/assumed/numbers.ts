/** Which numbers are made up where nobody has said any: generic, distinct, and in several ways, of which a function chooses one. */
import type { PlaceUse } from "../shapes/reads.ts";

/** All ways to make up numbers; the first is used where nothing speaks against it. */
export const GUESSES = [
  "counting",
  "grid",
  "apart",
  "fractions",
  "mixed",
  "falling",
  "shares",
  "between",
  "signed",
  "places",
  "long",
  "definite",
  "curved",
  "large",
  "drawn 1",
  "drawn 2",
  "drawn 3",
  "drawn 4",
  "drawn 5",
  "drawn 6",
] as const;

/**
 * A way. `counting`: 1, 2, 3, … for all. `apart`: the same for elements of arrays and for other numbers, which may be places in those arrays.
 * `places`: the same, but elements of flat arrays are places in other arrays. `definite`: with square matrices that are symmetric and positive definite.
 * `grid`: the same, but numbers that tell how many there are of something are 2 where there are several, and flat arrays have 2 · 2 elements. `long`: as `apart`, with longer arrays that go up and down.
 * `fractions`: between 0 and 1, except for places. `mixed`: those for elements and 1, 2, 3, … for other numbers. `falling`: 9, 8, 7, …, the first is the largest.
 * `shares`: fractions that add up to 1 in each array. `between`: fractions of which every third lies between those before it. `signed`: with negative ones.
 * `curved`: as `counting`, with functions that bend. `large`: tens, as ages and temperatures are. `drawn`: fractions without a pattern, each time others.
 */
export type Guess = (typeof GUESSES)[number];

/** The numbers that have been made up for one function so far. */
export interface Numbers {
  readonly guess: Guess;
  /** Numbers that other inputs have by default. */
  readonly taken: ReadonlySet<number>;
  /** How many of them tell how many there are of something. */
  readonly counts: number;
  count: number;
  /** Numbers outside of arrays, where they are counted apart. */
  singles: number;
  /** Places that stand in arrays. */
  places: number;
  fractions: number;
  primes: number;
}

/** Start to make up numbers. */
export function noNumbers(guess: Guess, taken: ReadonlySet<number>, counts: number): Numbers {
  return { guess, taken, counts, count: 0, singles: 0, places: 0, fractions: 0, primes: 0 };
}

/** How many elements an array gets whose length is not known. */
const LENGTH = 3;
/** And where three are too few. */
const LONG = 16;
/** So many there are of everything in a grid. */
const SIDE = 2;

/** Return how many elements an array in so many others gets. */
export function lengthOf({ guess, counts }: Numbers, arrays: number): number {
  if (arrays > 0) return LENGTH;
  if (guess === "long") return LONG;
  return guess === "grid" && counts > 1 ? SIDE * SIDE : LENGTH;
}

/** Return the next number in so many arrays that is no other input's. */
export function nextNumber(numbers: Numbers, arrays: number, place: PlaceUse | undefined): number {
  if (numbers.guess === "grid" && place === "count") return numbers.counts > 1 ? SIDE : LENGTH;
  if (arrays > 0 && (place === "index" || (arrays === 1 && numbers.guess === "places"))) return nextPlace(numbers);
  let number: number;
  do number = place !== undefined && isFractional(numbers.guess) ? ++numbers.singles : guessed(numbers, arrays);
  while (numbers.taken.has(number));
  return number;
}

/** A list of places goes round in an array of the usual length, past those that other inputs are. */
function nextPlace(numbers: Numbers): number {
  const free = Array.from({ length: LENGTH }, (_, place) => place).filter((place) => !numbers.taken.has(place));
  const places = free.length < 2 ? LENGTH : free.length;
  const index = numbers.places++ % places;
  return free.length < 2 ? index : free[index]!;
}

/** Whether a guess is of fractions, which places are no good as. */
function isFractional(guess: Guess): boolean {
  return guess === "fractions" || guess === "between" || guess.startsWith("drawn");
}

function guessed(numbers: Numbers, arrays: number): number {
  const { guess } = numbers;
  switch (guess) {
    case "shares":
      return arrays > 0 ? nextShare(numbers) : nextFraction(numbers, FRACTIONS);
    case "fractions":
      return nextFraction(numbers, FRACTIONS);
    case "between":
      return nextFraction(numbers, BETWEEN);
    case "drawn 1":
    case "drawn 2":
    case "drawn 3":
    case "drawn 4":
    case "drawn 5":
    case "drawn 6":
      return drawn(Number(guess.at(-1)), numbers.fractions++);
    case "mixed":
      return arrays > 0 ? nextFraction(numbers, FRACTIONS) : ++numbers.singles;
    case "large":
      return LEAST + 10 * numbers.count++;
    case "signed":
      return SIGNED[numbers.count++ % SIGNED.length]! * (1 + Math.floor((numbers.count - 1) / SIGNED.length));
    default:
      break;
  }
  // 1, 2, …, 9 would make a matrix without an inverse.
  if (arrays > 1) return nextPrime(numbers);
  if (guess === "falling") return numbers.count < 9 ? 9 - numbers.count++ : ++numbers.count;
  if (guess === "long" && arrays > 0) return shuffled(numbers.count++);
  const isCounted = arrays > 0 || guess === "counting" || guess === "curved";
  return isCounted ? ++numbers.count : ++numbers.singles;
}

/** No age that is refused, and with the next ones no share of a hundred. */
const LEAST = 40;

const FRACTIONS = [0.3, 0.7, 0.2, 0.9, 0.4, 0.6, 0.1, 0.8, 0.5];
const BETWEEN = [0.2, 0.9, 0.5, 0.3, 0.8, 0.6, 0.1, 0.7, 0.4];
const GOLDEN = 0.6180339887498949;

/** Those that are listed, and after them fractions with three digits, spread evenly. */
function nextFraction(numbers: Numbers, first: readonly number[]): number {
  const index = numbers.fractions++;
  return first[index] ?? Number(((index * GOLDEN) % 1).toFixed(3));
}

/** How many hundredths are drawn from. */
const DRAWN = 97;
const draws = new Map<number, readonly number[]>();

/** Hundredths in an order of this draw, all different, and then others between them. */
function drawn(draw: number, index: number): number {
  const order = draws.get(draw) ?? shuffledHundredths(draw);
  draws.set(draw, order);
  return Number((order[index % DRAWN]! / 100 + Math.floor(index / DRAWN) / 10_000).toFixed(4));
}

/** Always the same order for the same draw: what is shown must not change by itself. */
function shuffledHundredths(draw: number): readonly number[] {
  const order = Array.from({ length: DRAWN }, (_, index) => index + 2);
  let state = draw;
  for (let last = DRAWN - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** 7, 14, 4, 11, 1, …: up and down as prices go, 1 to 16, and on in the same way. */
function shuffled(index: number): number {
  return ((((index % LONG) + 1) * 7) % (LONG + 1)) + Math.floor(index / LONG) * LONG;
}

/** Their sum and their product are no 0, and the first is a price that the others pay back. */
const SIGNED = [-2, 1, 3, -1.5, 2.5, 0.5, -0.7, 1.2, 4];

/** Three by three they add up to exactly 1. */
const SHARES = [0.2, 0.3, 0.5, 0.6, 0.1, 0.3];

function nextShare(numbers: Numbers): number {
  return SHARES[numbers.count++] ?? nextFraction(numbers, FRACTIONS);
}

/** The next matrix that is symmetric and positive definite, with numbers between 0 and 1 beside larger ones on its diagonal. */
export function nextDefinite(numbers: Numbers, size: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++)
      rows[row]![column] = rows[column]![row] = nextFraction(numbers, FRACTIONS);
    rows[row]![row] = size - 1 + ++numbers.count;
  }
  return rows;
}

const PRIMES = [2];

/** Tenths of the primes: 0.2, 0.3, 0.5, 0.7, 1.1, … */
function nextPrime(numbers: Numbers): number {
  for (let number = PRIMES.at(-1)! + 1; PRIMES.length <= numbers.primes; number++)
    if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);
  return PRIMES[numbers.primes++]! / 10;
}
