/** What a page's heap holds, told apart from what the engine has compiled of the page's code, which grows until all that is hot is compiled. */

/** Collections until a number counts: what one frees may keep something else alive until the next. */
const COLLECTIONS = 3;

/**
 * Bytes of the heap, and of those without compiled code and the browser's own objects.
 * @param {import("playwright-core").CDPSession} devtools
 */
export async function heapOf(devtools) {
  for (let time = 0; time < COLLECTIONS; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return { all: usedSize, objects: objectsIn(await snapshotOf(devtools)) };
}

/** @param {import("playwright-core").CDPSession} devtools */
async function snapshotOf(devtools) {
  /** @type {string[]} */
  const chunks = [];
  const take = (/** @type {{ chunk: string }} */ { chunk }) => void chunks.push(chunk);
  devtools.on("HeapProfiler.addHeapSnapshotChunk", take);
  await devtools.send("HeapProfiler.takeHeapSnapshot", {});
  devtools.off("HeapProfiler.addHeapSnapshotChunk", take);
  return chunks.join("");
}

/** Bytes of a snapshot, which is one long list of numbers with the meaning of each in its head. @param {string} snapshot */
function objectsIn(snapshot) {
  /** @type {{ nodes: number[], snapshot: { meta: { node_fields: string[], node_types: string[][] } } }} */
  const { nodes, snapshot: head } = JSON.parse(snapshot);
  const { node_fields: fields, node_types: types } = head.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0]?.[nodes[at + type] ?? -1];
    if (kind !== "code" && kind !== "native") sum += nodes[at + size] ?? 0;
  }
  return sum;
}
