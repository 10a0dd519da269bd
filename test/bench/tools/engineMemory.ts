/** What many edits leave behind in the engine's service, which is what the worker holds. Run with --expose-gc and the counts of edits to look at. */
import { defaultBudget } from "../../../src/engine/budget.ts";
import type { Ask } from "../../../src/engine/message.ts";
import { Service } from "../../../src/engine/service.ts";
import { straight } from "./functions.mjs";

const service = new Service((uris) => Promise.resolve(uris.map((uri) => ({ uri, text: undefined }))));
const text = straight(30);
let done = 0;
for (const edits of process.argv.slice(2).map(Number)) {
  for (; done < edits; done++) await service.answer(view(text.replace("a = 1.2", `a = 1.2${done}`), done));
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `engine after ${edits} edits: heap ${(heapUsed / 2 ** 20).toFixed(2)} MB, buffers ${(arrayBuffers / 2 ** 20).toFixed(2)} MB`,
  );
}

function view(text: string, id: number): Ask {
  const request = {
    source: { uri: "file:///bench.ts", text },
    target: { kind: "name", name: "size30" },
    choices: [],
    budget: defaultBudget,
    digits: 3,
    known: undefined,
    check: false,
  } as const;
  return { kind: "ask", id, call: "view", request };
}
