/** What is known of the pictures that were drawn last. */

/** Keep what is known of a picture, and of the `most` that were seen last. */
export function remember<Value>(known: Map<string, Value>, key: string, value: Value, most: number): void {
  known.delete(key);
  known.set(key, value);
  for (const old of [...known.keys()].slice(0, -most)) known.delete(old);
}
