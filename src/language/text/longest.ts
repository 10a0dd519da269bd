/** Characters of a text that is read at most: a longer one is generated, or holds data, and would take seconds at every change. */
export const LONGEST = 2_000_000;
