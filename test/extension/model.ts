/** Small view models for tests of the extension. */
import type { FunctionInfo } from "../../src/engine/request.ts";
import type { FindingView, NumberText, ViewModel } from "../../src/view/model.ts";
import { sealed, type SealedModel } from "../../src/view/sealed.ts";

const file = "file:///a.ts";

/** A function of file:///a.ts. */
export function functionInfo(name: string, start = 0, end = 100): FunctionInfo {
  const namePlace = { file, start: start + 9, end: start + 9 + name.length };
  return { name, signature: `${name}(w)`, place: { file, start, end }, namePlace, tagged: false };
}

/** A model with one node, or none, as it travels. */
export function viewModel(title: string, parts: Partial<ViewModel> = {}): SealedModel {
  const source = { file, start: 9, end: 20, line: 1 };
  const node = {
    id: "n0",
    kind: "result" as const,
    name: "a",
    title: "a = w",
    value: numberText("2"),
    gradient: numberText("1"),
    gradientLine: { full: "", short: "" },
    countLine: "",
    marks: [],
    source,
    label: "",
  };
  const model: ViewModel = {
    title,
    signature: `${title}(w)`,
    file,
    resultName: "a",
    result: numberText("2"),
    outputs: [],
    output: 0,
    inputs: [],
    nodes: [node],
    edges: [],
    details: [],
    rows: [],
    rowCounts: { all: 0, inputs: 0 },
    findings: [],
    size: "1 step, 1 edge",
    checked: undefined,
    topology: "",
  };
  return sealed({ ...model, ...parts });
}

/** A number as text. */
function numberText(text: string): NumberText {
  return { short: text, six: text, full: text };
}

/** A finding that prevented a value. */
export function errorFinding(message: string, code = "budget/steps"): FindingView {
  return { code, severity: "error", message, help: "", source: { file, start: 3, end: 4, line: 1 } };
}
