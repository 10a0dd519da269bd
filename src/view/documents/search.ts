/** How steps are looked for: as people type them. */

/** Return a text without what people type differently: case, spaces, signs of mathematics. */
export function searchText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("−", "-")
    .replace(/[·*]/gu, "*")
    .replaceAll("²", "**2")
    .replaceAll("³", "**3")
    .replace(/\s+/gu, "");
}

/** Return what a row is found by. */
export function rowText(name: string, formula: string): string {
  return searchText(`${name} ${formula}`);
}
