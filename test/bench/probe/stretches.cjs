/** Reads from a CPU profile how long our own code held the extension host's thread without a break. */

/** @typedef {import("node:inspector").Profiler.Profile} Profile */
/** @typedef {{ milliseconds: number, where: string }} Stretch */

const ours = /gradlens\.gradlens[^\\/]*[\\/]dist[\\/]extension\.js$/;
const MOST = 5;

/** Return the longest stretches, longest first. @param {Profile} profile @returns {Stretch[]} */
exports.longestStretches = (profile) => {
  const owners = ownersOf(profile);
  const { samples = [], timeDeltas = [], startTime } = profile;
  /** @type {Stretch[]} */
  const stretches = [];
  let time = startTime;
  let since = 0;
  let where = "";
  samples.forEach((sample, index) => {
    time += timeDeltas[index] ?? 0;
    const owner = owners.get(sample) ?? "";
    if (owner === where) return;
    if (where !== "") stretches.push({ milliseconds: (time - since) / 1000, where });
    since = time;
    where = owner;
  });
  return stretches.sort((one, other) => other.milliseconds - one.milliseconds).slice(0, MOST);
};

/** The outermost function of ours that each sample is in; empty for samples that are not ours. @param {Profile} profile */
function ownersOf({ nodes }) {
  /** @type {Map<number, string>} */
  const owners = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @param {number} id @param {string} owner */
  const walk = (id, owner) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { url, functionName, lineNumber, columnNumber } = node.callFrame;
    const own = owner !== "" ? owner : ours.test(url) ? `${functionName || "?"}:${lineNumber + 1}:${columnNumber}` : "";
    owners.set(id, own);
    for (const child of node.children ?? []) walk(child, own);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.id, "");
  return owners;
}
