/** Passes messages on as VS Code does between the extension and the page: as JSON, but for bytes. */

/** Return what arrives of a message. */
export function posted(message: unknown): unknown {
  const all: Uint8Array[] = [];
  const text = JSON.stringify(message, (_name, value: unknown) =>
    value instanceof Uint8Array ? { bytesAt: all.push(value) - 1 } : value,
  );
  return JSON.parse(text, (_name, value: { readonly bytesAt?: number } | null) =>
    typeof value?.bytesAt === "number" ? all[value.bytesAt] : value,
  ) as unknown;
}
