/** What the worker answers, with the real language and views, in this thread. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import type { FileText } from "../../src/engine/message.ts";
import type {
  HoverAnswer,
  ReportAnswer,
  ReportRequest,
  RunRequest,
  Target,
  ViewAnswer,
  ViewRequest,
} from "../../src/engine/request.ts";
import { Service } from "../../src/engine/service.ts";
import type { ViewModel } from "../../src/view/model.ts";
import { openModel } from "../view/openModel.ts";

const uri = "file:///project/lecture.ts";
const activation = `/** @at w = 2, x = 3, b = 1 */
export function activation(w: number, x: number, b: number): number {
  const u = w * x;
  const v = u + b;
  return Math.max(0, v);
}
`;

let service: Service;
let disk: Record<string, string>;
let asked: string[];

beforeEach(() => {
  disk = {};
  asked = [];
  service = new Service((uris) => {
    asked.push(...uris);
    return Promise.resolve(uris.map((each): FileText => ({ uri: each, text: disk[each] })));
  });
});

function runRequest(text: string, changes: Partial<RunRequest> = {}): RunRequest {
  return { source: { uri, text }, choices: [], budget: defaultBudget, digits: 3, ...changes };
}

function view(
  text: string,
  target: Target = { kind: "name", name: "activation" },
  changes: Partial<ViewRequest> = {},
): Promise<ViewAnswer> {
  const request = { ...runRequest(text), target, known: undefined, check: false, ...changes };
  return service.answer({ kind: "ask", id: 1, call: "view", request }) as Promise<ViewAnswer>;
}

function hover(text: string, offset: number): Promise<HoverAnswer> {
  return service.answer({
    kind: "ask",
    id: 1,
    call: "hover",
    request: { ...runRequest(text), offset },
  }) as Promise<HoverAnswer>;
}

function report(text: string, changes: Partial<ReportRequest> = {}): Promise<ReportAnswer> {
  const target: Target = { kind: "name", name: "activation" };
  const request = { ...runRequest(text), target, at: undefined, arguments: undefined, output: undefined, ...changes };
  return service.answer({ kind: "ask", id: 1, call: "report", request }) as Promise<ReportAnswer>;
}

/** The model of an answer that has one. */
function modelOf(answer: ViewAnswer): ViewModel {
  return answer.kind === "view" ? openModel(answer.model) : assert.fail(answer.kind);
}

describe("a budget", () => {
  it("is larger for a function that may run longer", async () => {
    const text = "function activation(w) { let s = w; for (let i = 0; i < 40000; i++) s = s * 0.5 + w; return s; }";
    const budget = { ...defaultBudget, steps: 20_000 };
    const codes = async (effort: number): Promise<string[]> => {
      const choices = [{ name: "activation", changed: {}, output: undefined, effort }];
      return modelOf(await view(text, undefined, { budget, choices })).findings.map(({ code }) => code);
    };
    assert.deepEqual(await codes(1), ["budget/steps"]);
    assert.deepEqual(await codes(16), []);
  });

  it("is kept to the step, however small", async () => {
    const text = "function activation(w) { let s = w; for (let i = 0; i < 2000; i++) s += w; return s; }";
    const codes = async (steps: number): Promise<string[]> =>
      modelOf(await view(text, undefined, { budget: { ...defaultBudget, steps } })).findings.map(({ code }) => code);
    assert.deepEqual(await codes(1_000), ["budget/steps"]);
    assert.deepEqual(await codes(100_000), []);
  });
});

it("a run that is stopped keeps all its inputs", async () => {
  const text =
    "function activation(xs = Array.from({ length: 30000 }, (_, i) => i)) { for (let s = 0; ; ) s += xs[0]; }";
  const model = modelOf(await view(text, undefined, { budget: { ...defaultBudget, steps: 250_000 } }));
  assert.deepEqual([model.findings[0]?.code, model.inputs.length > 0], ["budget/steps", true]);
  assert.match(model.size, /^20,000 steps/);
});

describe("a view", () => {
  it("is that of the right one of two functions of one name, with its own changes, after edits of either", async () => {
    const text = (first: string, second: string): string =>
      `{\n  const f = (x = 3) => ${first};\n  f();\n}\n{\n  const f = (x = 2) => ${second};\n  f();\n}\n`;
    const choices = [
      { name: "f", changed: { x: "5" }, output: undefined },
      { name: "f (2)", changed: { x: "7" }, output: undefined },
    ];
    const results = async (source: string): Promise<string[]> => {
      const names = ["f", "f (2)"].map((name) => view(source, { kind: "name", name }, { choices }));
      return (await Promise.all(names)).map((answer) => {
        const { title, signature, result } = modelOf(answer);
        return `${title}: ${signature} = ${result!.full}`;
      });
    };
    assert.deepEqual(await results(text("x * 2", "x * x")), ["f: f(x) = 10", "f (2): f(x) = 49"]);
    assert.deepEqual(await results(text("x * 20 + 0", "x * x")), ["f: f(x) = 100", "f (2): f(x) = 49"]);
    assert.deepEqual(await results(text("x * 20", "x * x * x")), ["f: f(x) = 100", "f (2): f(x) = 343"]);
  });

  it("is of the function around the offset, with gradients that differences confirm", async () => {
    const target: Target = { kind: "offset", offset: activation.indexOf("u + b") };
    const answer = await view(activation, target, { check: true });
    const model = modelOf(answer);
    assert.deepEqual([model.title, model.result?.full, model.checked], ["activation", "7", true]);
    assert.deepEqual(
      model.inputs.map(({ name, gradient }) => [name, gradient?.full]),
      [
        ["w", "3"],
        ["x", "2"],
        ["b", "1"],
      ],
    );
  });

  it("is not sent again to who has it, until something changes", async () => {
    const first = await view(activation);
    const known = first.kind === "view" ? first.stamp : assert.fail();
    assert.equal((await view(activation, undefined, { known })).kind, "same");
    assert.equal((await view(activation, undefined, { known, digits: 5 })).kind, "view");
    assert.equal((await view(activation + " ", undefined, { known })).kind, "view");
    assert.equal(
      (
        await view(activation, undefined, {
          known,
          choices: [{ name: "activation", changed: { w: "3" }, output: undefined }],
        })
      ).kind,
      "view",
    );
  });

  it("is checked only when that is asked for, and sent again only if that says something", async () => {
    const stampOf = (answer: ViewAnswer): number => ("stamp" in answer ? answer.stamp : assert.fail(answer.kind));
    const first = await view(activation);
    assert.equal(modelOf(first).checked, undefined);
    const checked = await view(activation, undefined, { known: stampOf(first), check: true });
    assert.equal(modelOf(checked).checked, true);
    assert.equal((await view(activation, undefined, { known: stampOf(checked) })).kind, "same");
    const kink = activation.replace("b = 1", "b = -6");
    const known = stampOf(await view(kink));
    assert.equal((await view(kink, undefined, { known, check: true })).kind, "same");
  });

  it("calls the members of an enum by their names, and keeps their values", async () => {
    const text =
      "enum Kind { Relu, Tanh }\n/** @at x = 2, kind = Kind.Tanh */\nexport function f(x: number, kind: Kind) { return kind === Kind.Tanh ? Math.tanh(x) : x; }";
    const input = modelOf(await view(text, { kind: "name", name: "f" })).inputs[1]!;
    assert.deepEqual([input.value.short, input.value.full], ["Kind.Tanh", "1"]);
    assert.deepEqual(input.choices, ["0", "1"]);
    assert.deepEqual(input.choiceNames, { 0: "Kind.Relu", 1: "Kind.Tanh" });
  });

  it("uses what was chosen for its function, and not what was chosen for others", async () => {
    const choices = [
      { name: "activation", changed: { w: "-2" }, output: undefined },
      { name: "other", changed: { x: "100" }, output: undefined },
    ];
    const model = modelOf(await view(activation, undefined, { choices }));
    assert.deepEqual([model.result?.full, model.inputs[0]?.source], ["0", "panel"]);
  });

  it("keeps what was chosen for the function whose name was there, whatever its number is now", async () => {
    const own = "function f(x = 3) { return x * 2; }\n";
    const other = "function f(x = 2) { return x * x; }\n";
    const text = other + own;
    const chosen = { name: "f", start: other.length + own.indexOf("f("), changed: { x: "5" }, output: undefined };
    const resultOf = async (name: string, choices: ViewRequest["choices"]): Promise<string> =>
      modelOf(await view(text, { kind: "name", name }, { choices })).result!.full;
    assert.deepEqual([await resultOf("f (2)", [chosen]), await resultOf("f", [chosen])], ["10", "4"]);
    const nowhere = [{ ...chosen, start: 1 }];
    assert.deepEqual([await resultOf("f (2)", nowhere), await resultOf("f", nowhere)], ["6", "25"]);
  });

  it("finds a function that is called otherwise now by the place of its name, with what was chosen for it", async () => {
    const text = "function other() { return 1; }\nfunction renamed(x = 3) { return x * 2; }\n";
    const start = text.indexOf("renamed");
    const choices = [{ name: "f", start, changed: { x: "5" }, output: undefined }];
    assert.equal(modelOf(await view(text, { kind: "name", name: "f", start }, { choices })).result!.full, "10");
    assert.equal((await view(text, { kind: "name", name: "f", start: start + 1 })).kind, "none");
  });

  it("of a function that does not parse says where", async () => {
    const answer = await view(activation.replace("u + b", "u + (b"));
    if (answer.kind !== "broken") assert.fail(answer.kind);
    assert.deepEqual(
      [answer.function?.name, answer.finding.code, answer.finding.source.line],
      ["activation", "syntax/error", 4],
    );
  });

  it("of an endless loop says where it stopped", async () => {
    const text = activation.replace("const v", "while (true) {}\n  const v");
    const model = modelOf(await view(text, undefined, { budget: { ...defaultBudget, steps: 50_000 } }));
    assert.equal(model.result, undefined);
    assert.deepEqual(
      model.findings.map(({ severity, source }) => [severity, source.line]),
      [["error", 4]],
    );
    assert.match(model.findings[0]!.code, /^budget\//);
  });

  it("where there is no function lists those of the file", async () => {
    const answer = await view(`${activation}\n\n\n`, { kind: "offset", offset: activation.length + 3 });
    assert.deepEqual(answer.kind === "none" && answer.functions.map(({ name }) => name), ["activation"]);
  });

  it("is not said to be checked beside a kink, or when runs are dear", async () => {
    const kink = modelOf(await view(activation.replace("b = 1", "b = -6"), undefined, { check: true }));
    assert.equal(kink.checked, undefined);
    const loop =
      "/** @at x = 0.5 */\nexport function activation(x: number) { let s = 0; for (let i = 0; i < 40000; i++) s += x * i; return s }";
    assert.equal(modelOf(await view(loop, undefined, { check: true })).checked, undefined);
  });
});

describe("files", () => {
  const importing = `import { k } from "./k.ts";\nexport function activation(w = 2) { return w * k }\n`;
  const k = "file:///project/k.ts";

  it("are asked for when they are needed, once", async () => {
    disk[k] = "export const k = 5;";
    assert.equal(modelOf(await view(importing)).result?.full, "10");
    assert.equal(modelOf(await view(importing + " ")).result?.full, "10");
    assert.equal(asked.filter((each) => each === k).length, 1);
  });

  it("that changed are asked for again, and what depended on them is run again", async () => {
    disk[k] = "export const k = 5;";
    await view(importing);
    disk[k] = "export const k = 7;";
    assert.equal(modelOf(await view(importing)).result?.full, "10");
    service.forget([k]);
    assert.equal(modelOf(await view(importing)).result?.full, "14");
  });

  it("that are missing are a finding at the import, until they are there", async () => {
    const missing = modelOf(await view(importing));
    assert.equal(missing.result, undefined);
    assert.equal(missing.findings[0]?.source.line, 1);
    disk[k] = "export const k = 5;";
    service.forget(asked);
    assert.equal(modelOf(await view(importing)).result?.full, "10");
  });
});

describe("a hover", () => {
  it("says what an input does to the result", async () => {
    const at = activation.indexOf("w * x");
    const answer = await hover(activation, at);
    assert.deepEqual(answer?.span, { start: at, end: at + 1 });
    assert.match(answer.markdown, /∂a\/∂w = 3/);
  });

  it("in a function that does not parse any more says what it was", async () => {
    await hover(activation, activation.indexOf("w * x"));
    const broken = activation.replace("v = u + b", "vv = u + (b");
    const at = broken.indexOf("Math.max");
    const answer = await hover(broken, broken.indexOf("v);"));
    assert.match(answer?.markdown ?? "", /^From the last version that worked:\n\n`v = 7`/);
    assert.ok(answer!.span.start > at);
    assert.equal(await hover(broken, broken.indexOf("vv") + 1), undefined);
  });

  it("answers elsewhere in a file whose function never ends", async () => {
    const text = `${activation}\nexport function endless(x: number) { while (true) {} return x }\n`;
    await view(text, { kind: "name", name: "endless" }, { budget: { ...defaultBudget, steps: 50_000 } });
    assert.match((await hover(text, text.indexOf("w * x")))?.markdown ?? "", /∂a\/∂w = 3/);
  });

  it("says nothing where nothing is known", async () => {
    assert.equal(await hover(`${activation}\n// text\n`, activation.length + 6), undefined);
  });
});

describe("a report", () => {
  it("has value, gradient and table", async () => {
    const answer = await report(activation, { arguments: "[2, 3, -7]" });
    if (answer.kind !== "report") assert.fail(answer.kind);
    assert.deepEqual([answer.json.function, answer.json.value, answer.json.steps], ["activation", 0, 3]);
    assert.deepEqual(answer.json.gradient[0], { input: "w", path: [0], value: 0 });
    assert.match(answer.table, /^activation\(w, x, b\)\na = 0\n/);
  });

  it("takes inputs as a tag writes them", async () => {
    const answer = await report(activation, { at: "w = 10, b = -1" });
    assert.equal(answer.kind === "report" && answer.json.value, 29);
  });

  it("says what makes no sense in the request", async () => {
    const message = async (changes: Partial<ReportRequest>): Promise<string> => {
      const answer = await report(activation, changes);
      return answer.kind === "wrong" ? answer.message : answer.kind;
    };
    assert.equal(await message({ at: "q = 3" }), "`activation` has no input `q`.");
    assert.equal(await message({ output: "delta" }), "The result is a number and has no part `delta`.");
    assert.match(await message({ at: "w" }), /`w`/);
  });

  it("of a function that does not parse has no value, and the place", async () => {
    const answer = await report(activation.replace("u + b", "u + (b"));
    if (answer.kind !== "broken") assert.fail(answer.kind);
    const [{ code, line, column }] = answer.json.findings as [(typeof answer.json.findings)[0]];
    assert.deepEqual(
      [answer.json.function, answer.json.value, code, line, column],
      ["activation", null, "syntax/error", 4, 19],
    );
  });
});
