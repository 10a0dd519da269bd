/** A table of which the page has only the first rows, and the worker's answers about the others. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Question, Reply } from "../../src/view/question.ts";
import { f, shown } from "./shown.ts";

/** 400 rounds of three steps each. */
const long = f(
  "x = 0.5",
  "x: number",
  "  let s = x;\n  for (let i = 0; i < 400; i++) {\n    const u = s * 0.99;\n    s = u + Math.sin(x);\n  }\n  return s;",
);

/** The answer to a question of a kind. */
async function answered<K extends Reply["kind"]>(
  ask: (question: Question) => Promise<Reply>,
  question: Question & { readonly kind: K },
): Promise<Extract<Reply, { readonly kind: K }>> {
  const reply = await ask(question);
  assert.equal(reply.kind, question.kind);
  return reply as Extract<Reply, { readonly kind: K }>;
}

describe("a long table", () => {
  it("gives every row, in the order of the run", async () => {
    const { model, ask } = await shown(long);
    assert.deepEqual(model.rowCounts, { all: 1201, inputs: 1 });
    const { part } = await answered(ask, { kind: "rows", order: "steps", from: 150 });
    assert.deepEqual(part.rows.slice(0, 50), model.rows.slice(150));
    const last = await answered(ask, { kind: "rows", order: "steps", from: 1100 });
    assert.equal(last.part.rows.length, 101);
    assert.deepEqual([last.part.rows.at(-1)!.step, last.part.rows.at(-1)!.usedBy], [1200, "result"]);
    assert.equal(last.part.rows.at(-1)!.value.full, model.result!.full);
    assert.equal(model.nodes.at(-1)!.row, 1200);
    assert.deepEqual((await answered(ask, { kind: "rows", order: "steps", from: 5000 })).part.rows, []);
  });

  it("gives them by the size of their gradients, equal ones in the order of the run", async () => {
    const { model, ask } = await shown(long);
    const sizes: number[] = [];
    const rows = new Set<number>();
    for (let from = 0; from < model.rowCounts.all; from += 200) {
      const { part } = await answered(ask, { kind: "rows", order: "gradient", from });
      sizes.push(...part.rows.map(({ gradient }) => Math.abs(Number(gradient?.full ?? 0))));
      for (const { index } of part.rows) rows.add(index);
    }
    assert.equal(rows.size, 1201);
    assert.ok(sizes.every((size, index) => index === 0 || size <= sizes[index - 1]!));
  });

  it("finds what people type in rows that the picture folds away", async () => {
    const { ask } = await shown(long);
    const { found } = await answered(ask, { kind: "find", text: "S * 0.99" });
    assert.equal(found.count, 400);
    assert.deepEqual(
      found.rows.slice(0, 2).map(({ row }) => row),
      [1, 4],
    );
    assert.equal((await answered(ask, { kind: "find", text: "cosh" })).found.count, 0);
  });

  it("is whole, too, of a run that did not get to its end", async () => {
    const broken = long
      .replace("  return s;", "  await s;\n  return s;")
      .replace("export function", "export async function");
    const { model, ask } = await shown(broken);
    assert.equal(model.result, undefined);
    const { part } = await answered(ask, { kind: "rows", order: "steps", from: 1100 });
    assert.deepEqual([part.rows.length, part.rows.at(-1)!.step], [101, 1200]);
  });

  it("is written whole for other programs", async () => {
    const { model, ask } = await shown(long);
    const csv = (await answered(ask, { kind: "document", format: "csv" })).text.trimEnd().split("\r\n");
    assert.equal(csv.length, 1202);
    assert.equal(csv.at(-1)!.split(",").at(-1), "result");
    const markdown = (await answered(ask, { kind: "document", format: "markdown" })).text.trimEnd().split("\n");
    assert.equal(markdown.length, model.rowCounts.all + 2);
  });
});
