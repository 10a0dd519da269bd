/** What is known of the pictures that were drawn last. */

/** Keep what is known of a few pictures. */
export function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.set(key, value);
  for (const old of [...known.keys()].slice(0, -20)) known.delete(old);
}
