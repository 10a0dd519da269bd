/** Functions of a wanted size, as text. */

/**
 * A function of three inputs that is drawn with `nodes` nodes: a statement each, one and a half edges a node. All numbers stay small and
 * depend on all inputs. One statement adds `u`; one more `u` typed behind it makes another picture of the same size.
 * @param {number} nodes
 */
export function straight(nodes) {
  const names = ["u", "uu", ...Array.from({ length: nodes - 5 }, (_, index) => `v${index + 3}`)];
  const turn = turnAt(names.length);
  const lines = names.map((name, index) => `  const ${name} = ${expression(names, index, turn)};`);
  return `/** @at a = 1.2, b = 0.7, c = 0.4 */
export function size${nodes}(a: number, b: number, c: number): number {
${lines.join("\n")}
  return ${names.at(-1)};
}
`;
}

/** The text behind which one more `u` makes another picture. @param {number} nodes */
export function turningPoint(nodes) {
  const turn = turnAt(nodes - 3);
  return `const v${turn + 1} = v${turn} + u`;
}

/** @param {number} count */
function turnAt(count) {
  return Math.max(4, Math.round(count * 0.6));
}

/** @param {readonly string[]} names @param {number} index @param {number} turn */
function expression(names, index, turn) {
  /** @param {number} by */
  const before = (by) => names[Math.max(0, index - by)] ?? "a";
  if (index === 0) return "a * b";
  if (index === 1) return "u + c";
  if (index === turn) return `${before(1)} + u`;
  if (index % 3 === 0) return `Math.sin(${before(1)})`;
  if (index % 3 === 1) return `${before(1)} * ${before(2)}`;
  return `${before(1)} + ${before(7)}`;
}

/** Line and column, from 1, behind a piece of a text. @param {string} text @param {string} piece @returns {[number, number]} */
export function placeBehind(text, piece) {
  const index = text.indexOf(piece);
  if (index < 0) throw new Error(`${piece} is not in the text.`);
  const before = text.slice(0, index + piece.length).split("\n");
  return [before.length, (before.at(-1) ?? "").length + 1];
}
