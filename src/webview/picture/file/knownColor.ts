/** Colours as every program knows them. */

/** Return a computed colour so that other programs know it. What was mixed is `color(srgb 0.5 0.5 0.5 / 0.1)` in a browser, which other programs draw black; anything else stays as it is. */
export function knownColor(value: string): string {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/u.exec(value);
  if (mixed === null) return value;
  const channels = mixed.slice(1, 4).map((channel) => Math.round(Math.min(1, Math.max(0, Number(channel))) * 255));
  return mixed[4] === undefined ? `rgb(${channels.join(", ")})` : `rgba(${channels.join(", ")}, ${mixed[4]})`;
}
