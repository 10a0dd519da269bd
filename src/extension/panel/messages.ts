/** Looks at what comes from a page before anything uses it: the page is on the other side of a trust boundary. */
import type { Choice } from "../../engine/request.ts";
import { REFUSALS, type FromWebview, type KeptState, type PanelState } from "../../protocol.ts";
import type { Changed } from "../../view/changed.ts";
import type { SourceLink } from "../../view/model.ts";
import type { FoldChoice } from "../../view/options.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import type { PlotRange } from "../../view/plotRange.ts";
import type { Question } from "../../view/question.ts";
import { sealedAgain } from "../../view/sealed.ts";

/** Steps down the gradient that are taken at once, at most. */
const MOST_STEPS = 10_000;

/** Return the message if it is one of ours with fields of the right types; else undefined. */
export function checkMessage(value: unknown): FromWebview | undefined {
  if (!isRecord(value)) return undefined;
  switch (value["kind"]) {
    case "ready":
    case "retry":
    case "report":
    case "openWalkthrough":
    case "writeInputs":
    case "leave":
    case "allowMore":
    case "stop":
      return { kind: value["kind"] };
    case "ask": {
      const question = checkQuestion(value["question"]);
      return question && typeof value["id"] === "number" ? { kind: "ask", id: value["id"], question } : undefined;
    }
    case "fold": {
      const folding = checkFolding(value["folding"]);
      return folding !== undefined || isMissing(value["folding"]) ? { kind: "fold", folding } : undefined;
    }
    case "openHelp":
      return typeof value["code"] === "string" ? { kind: "openHelp", code: value["code"] } : undefined;
    case "copy":
      return typeof value["text"] === "string" ? { kind: "copy", text: value["text"] } : undefined;
    case "refuse":
      return checkRefusal(value["reason"]);
    case "save":
      return checkSave(value);
    case "open": {
      const source = checkLink(value["source"]);
      return source && { kind: "open", source };
    }
    case "touch": {
      const source = checkLink(value["source"]);
      return source !== undefined || isMissing(value["source"]) ? { kind: "touch", source } : undefined;
    }
    case "setInputs": {
      const changed = checkChanged(value["changed"]);
      return changed && { kind: "setInputs", changed };
    }
    case "chooseOutput":
      return typeof value["key"] === "string" ? { kind: "chooseOutput", key: value["key"] } : undefined;
    case "pin":
      return typeof value["pinned"] === "boolean" ? { kind: "pin", pinned: value["pinned"] } : undefined;
    case "room":
      return isSize(value["room"]) ? { kind: "room", room: value["room"] } : undefined;
    default:
      return undefined;
  }
}

/** What can be restored of a panel. */
export interface Restored {
  readonly pinned: boolean;
  readonly state: PanelState | undefined;
  /** The function that it showed, with what had been chosen for it. */
  readonly shown: { readonly file: string; readonly name: string; readonly choice: Choice } | undefined;
}

/** Return what a page has kept, as far as it is what we expect. */
export function checkSaved(value: unknown): Restored {
  if (!isRecord(value) || !isRecord(value["state"])) return { pinned: false, state: undefined, shown: undefined };
  const pinned = value["pinned"] === true;
  const state = value["state"];
  const model =
    state["kind"] === "graph" ? state["model"] : state["kind"] === "rejected" ? state["partial"] : undefined;
  if (!isRecord(model) || !["file", "title", "text"].every((name) => typeof model[name] === "string"))
    return { pinned, state: undefined, shown: undefined };
  const shown = {
    file: String(model["file"]),
    name: String(model["title"]),
    choice: choiceOf(model),
  };
  // The page opens the model and checks every field before it draws it; here only what the host itself reads matters.
  const graph = state["kind"] === "graph" ? (state as unknown as Extract<KeptState, { kind: "graph" }>) : undefined;
  return { pinned, state: graph && { ...graph, model: sealedAgain(graph.model) }, shown };
}

function choiceOf(model: Record<string, unknown>): Choice {
  const folding = checkFolding(model["folding"]);
  const output = typeof model["output"] === "string" ? model["output"] : undefined;
  const choice = { changed: checkChanged(model["changed"]) ?? {}, output };
  return folding === undefined ? choice : { ...choice, folding };
}

function checkFolding(value: unknown): FoldChoice | undefined {
  if (!isRecord(value)) return undefined;
  const { open, closed, inside } = value;
  if (!isTexts(open) || !isTexts(closed)) return undefined;
  return isTexts(inside) ? { open, closed, inside } : { open, closed };
}

/** A size of something on a screen. */
function isSize(value: unknown): value is Size {
  return isRecord(value) && [value["width"], value["height"]].every((each) => typeof each === "number" && each > 0);
}

/** More steps than that are asked for by nobody. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_STEPS;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function checkQuestion(value: unknown): Question | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, node, input, inputs, rate, steps, seed } = value;
  if (kind === "tag") return { kind };
  if (kind === "explain" || kind === "paths") return typeof node === "string" ? { kind, node } : undefined;
  if (kind === "descend") {
    const isWalk = isTexts(inputs) && Number.isFinite(rate) && isCount(steps);
    return isWalk ? { kind, inputs, rate: Number(rate), steps } : undefined;
  }
  if (kind === "random") return isTexts(inputs) && typeof seed === "number" ? { kind, inputs, seed } : undefined;
  if (kind === "surface") return checkPair(inputs, value["ranges"]);
  if (kind === "matrix") return checkMatrix(value);
  if (kind === "plot")
    return typeof input === "string" ? { kind, input, range: checkRange(value["range"]) } : undefined;
  if (kind === "array") return typeof input === "string" ? { kind, input } : undefined;
  return checkTableQuestion(value);
}

function checkTableQuestion({ kind, order, from, text, format }: Record<string, unknown>): Question | undefined {
  if (kind === "rows") {
    const isOrder = order === "steps" || order === "gradient";
    return isOrder && isPlace(from) ? { kind, order, from } : undefined;
  }
  if (kind === "find") return typeof text === "string" ? { kind, text } : undefined;
  if (kind === "document") return format === "markdown" || format === "csv" ? { kind, format } : undefined;
  return undefined;
}

function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function checkPair(inputs: unknown, ranges: unknown): Question | undefined {
  const [first, second, ...rest] = isTexts(inputs) ? inputs : [];
  const isPair = first !== undefined && second !== undefined && rest.length === 0;
  if (!isPair) return undefined;
  const [across, upwards] = Array.isArray(ranges) ? ranges.map(checkRange) : [];
  const isWhole = across !== undefined && upwards !== undefined;
  return { kind: "surface", inputs: [first, second], ranges: isWhole ? [across, upwards] : undefined };
}

function checkRange(value: unknown): PlotRange | undefined {
  if (!isRecord(value)) return undefined;
  const { low, high } = value;
  return typeof low === "number" && typeof high === "number" ? { low, high } : undefined;
}

function checkMatrix({ of, inputs }: Record<string, unknown>): Question | undefined {
  return (of === "hessian" || of === "jacobian") && isTexts(inputs) ? { kind: "matrix", of, inputs } : undefined;
}

function checkRefusal(value: unknown): FromWebview | undefined {
  const reason = REFUSALS.find((each) => each === value);
  return reason && { kind: "refuse", reason };
}

function checkSave({ name, content, encoding }: Record<string, unknown>): FromWebview | undefined {
  if (typeof name !== "string" || typeof content !== "string") return undefined;
  return encoding === "text" || encoding === "base64" ? { kind: "save", name, content, encoding } : undefined;
}

function checkChanged(value: unknown): Changed | undefined {
  if (!isRecord(value) || !Object.values(value).every((text) => typeof text === "string")) return undefined;
  return Object.fromEntries(Object.entries(value)) as Changed;
}

function checkLink(value: unknown): SourceLink | undefined {
  if (!isRecord(value)) return undefined;
  const { file, start, end, line } = value;
  if (typeof file !== "string" || typeof start !== "number" || typeof end !== "number" || typeof line !== "number")
    return undefined;
  return { file, start, end, line };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Undefined does not survive every way from a page to its host. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
