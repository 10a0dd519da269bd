/** Functions of a wanted size, as text. */

/**
 * A function of three inputs that is drawn with `nodes` nodes: a statement each, one and a half edges a node. All numbers stay small and
 * depend on all inputs. A few statements add `u`; one more `u` typed behind one of them makes another picture of the same size.
 * @param {number} nodes
 */
export function straight(nodes) {
  const names = namesOf(nodes);
  const turns = turnsOf(names.length);
  const lines = names.map((name, index) => `  const ${name} = ${expression(names, index, turns)};`);
  return `/** @at a = 1.2, b = 0.7, c = 0.4 */
export function size${nodes}(a: number, b: number, c: number): number {
${lines.join("\n")}
  return ${names.at(-1)};
}
`;
}

/**
 * One step of a walk through pictures of one size, from 1: behind which text a `u` is typed, or taken back if it is there. As in a Gray code, no picture comes
 * a second time for as long as possible.
 * @param {number} nodes @param {number} step
 * @returns {{ behind: string, isThere: boolean }}
 */
export function turn(nodes, step) {
  const names = namesOf(nodes);
  const turns = turnsOf(names.length);
  const bit = Math.min(turns.length - 1, 31 - Math.clz32(step & -step));
  const at = turns[bit] ?? 0;
  return { behind: `const ${names[at]} = ${names[at - 1]} + u`, isThere: ((step >> bit) & 2) !== 0 };
}

/** The function after so many steps of the walk. @param {number} nodes @param {number} steps */
export function turned(nodes, steps) {
  let text = straight(nodes);
  for (let step = 1; step <= steps; step++) {
    const { behind, isThere } = turn(nodes, step);
    text = isThere ? text.replace(`${behind}u`, behind) : text.replace(behind, `${behind}u`);
  }
  return text;
}

/** @param {number} nodes */
function namesOf(nodes) {
  return ["u", "uu", ...Array.from({ length: nodes - 5 }, (_, index) => `v${index + 3}`)];
}

/** The statements that add `u`. @param {number} count */
function turnsOf(count) {
  const turns = Math.min(6, count - 2);
  return Array.from({ length: turns }, (_, index) => 2 + Math.floor((index * (count - 2)) / turns));
}

/** @param {readonly string[]} names @param {number} index @param {readonly number[]} turns */
function expression(names, index, turns) {
  /** @param {number} by */
  const before = (by) => names[Math.max(0, index - by)] ?? "a";
  if (index === 0) return "a * b";
  if (index === 1) return "u + c";
  if (turns.includes(index)) return `${before(1)} + u`;
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
