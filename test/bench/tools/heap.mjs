/** What a page's heap holds, told apart from what the engine has compiled of the page's code, which grows until all that is hot is compiled. */

/** Collections until a number counts: what one frees may keep something else alive until the next. */
const COLLECTIONS = 3;

/** Machine code, the tables to leave it again, and what it hangs on, as V8 calls them in a snapshot. */
const MACHINE_CODE = new Set(
  [
    "InstructionStream",
    "Code",
    "ProtectedFixedArray",
    "TrustedByteArray",
    "TrustedWeakFixedArray",
    "WeakArrayList",
  ].map((name) => `system / ${name}`),
);

/** @typedef {{ readonly all: number, readonly objects: number, readonly machineCode: number }} Heap In bytes; all are more than both. */

/** Look at the heap: how large it is, without compiled code and the browser's own objects, and the machine code alone. @param {import("playwright-core").CDPSession} devtools @returns {Promise<Heap>} */
export async function heapOf(devtools) {
  for (let time = 0; time < COLLECTIONS; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return { all: usedSize, ...partsOf(await snapshotOf(devtools)) };
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
function partsOf(snapshot) {
  /** @type {{ nodes: number[], strings: string[], snapshot: { meta: { node_fields: string[], node_types: string[][] } } }} */
  const { nodes, strings, snapshot: head } = JSON.parse(snapshot);
  const { node_fields: fields, node_types: types } = head.meta;
  const [type, name, size] = [fields.indexOf("type"), fields.indexOf("name"), fields.indexOf("self_size")];
  let [objects, machineCode] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0]?.[nodes[at + type] ?? -1];
    const bytes = nodes[at + size] ?? 0;
    if (kind !== "code" && kind !== "native") objects += bytes;
    else if (MACHINE_CODE.has(strings[nodes[at + name] ?? -1] ?? "")) machineCode += bytes;
  }
  return { objects, machineCode };
}
