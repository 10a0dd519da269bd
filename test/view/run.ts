/** Traces made by hand for the tests of the view: a function's text, and the steps that a run of it takes. */
import { Decisions } from "../../src/autodiff/decisions.ts";
import { kinksOf } from "../../src/autodiff/kinks.ts";
import {
  opcodeOf,
  OPERATIONS,
  type BinaryName,
  type ManyName,
  type UnaryName,
} from "../../src/autodiff/operations/operations.ts";
import { recordBinary, recordInput, recordMany, recordUnary } from "../../src/autodiff/record.ts";
import { CONSTANT, Tape, type NodeId } from "../../src/autodiff/tape.ts";
import type { Finding } from "../../src/language/finding.ts";
import type { Place } from "../../src/language/span.ts";
import type { Evaluation, Input, InputSource, NodeName, Region, Site, Trace } from "../../src/language/trace.ts";

/** The file that every hand-made trace is of. */
export const FILE = "file:///lecture.ts";

/** An operand: a step, or a constant. */
export type Operand = { readonly node: NodeId } | number;

/** A run while it is being made. */
export interface Run {
  readonly tape: Tape;
  readonly input: (name: string, value: number, source?: InputSource) => { readonly node: NodeId };
  /** Take a step where `code` stands behind the last named step, else where it stands first; `name` is the variable that gets its value. */
  readonly step: (
    operation: UnaryName | BinaryName | ManyName,
    operands: readonly Operand[],
    code: string,
    name?: string,
  ) => { readonly node: NodeId };
  /** Take the steps of a call, a loop or a round. */
  readonly inside: <T>(kind: Region["kind"], name: string, code: string, steps: () => T) => T;
  readonly end: (result?: { readonly node: NodeId } | number, changes?: Partial<Trace>) => Trace;
}

/** Start a run of the only function in `text`. */
export function startRun(text: string): Run {
  const [, name, list] = /function (\S+)\((.*?)\)/u.exec(text) ?? ["", "f", ""];
  const parameters = list === "" ? [] : list.split(", ").map((parameter) => parameter.replace(/\??:.*/u, ""));
  const tape = new Tape(4);
  const inputs: Input[] = [];
  const sites: Site[] = [];
  const names = new Map<NodeId, NodeName>();
  const evaluations = new Map<string, Evaluation>();
  const regions: Region[] = [];
  let parent = -1;
  let position = text.indexOf("{");
  const placeOf = (code: string, from: number): Place => {
    const start = text.indexOf(code, from);
    if (start < 0) throw new Error(`No ${code} in the text from ${from} on`);
    return { file: FILE, start, end: start + code.length };
  };
  const siteOf = (place: Place, formula: string): number => {
    const known = sites.findIndex((site) => site.start === place.start && site.end === place.end);
    const statement = { start: text.lastIndexOf("\n", place.start) + 1, end: text.indexOf("\n", place.end) };
    return known >= 0 ? known : sites.push({ ...place, formula, operands: operandsIn(formula), statement }) - 1;
  };
  const evaluate = (place: Place, formula: string, variable: string | undefined, node: NodeId): void => {
    const site = siteOf(place, formula);
    const key = `${site} ${variable ?? ""}`;
    const count = (evaluations.get(key)?.count ?? 0) + 1;
    const value = tape.value[node]!;
    evaluations.set(key, { site, name: variable, text: String(value), value, node, count });
  };
  const namePlace = placeOf(name, 0);
  return {
    tape,
    input: (inputName, value, source = "at") => {
      const root = /^[^.[]*/u.exec(inputName)![0];
      const place = placeOf(root, namePlace.end);
      const node = recordInput(tape, value, siteOf(place, root));
      const keys = Array.from(inputName.matchAll(/\[(\d+)\]|\.(\w+)/gu), ([, index, key]) => key ?? Number(index));
      inputs.push({ name: inputName, path: [parameters.indexOf(root), ...keys], value, node, source, place });
      evaluate(place, root, root, node);
      return { node };
    },
    step: (operation, operands, code, variable) => {
      const found = text.indexOf(code, position);
      const place = placeOf(code, found < 0 ? 0 : position);
      if (variable !== undefined) position = place.end;
      const tag = siteOf(place, formulaOf(code));
      const node = record(tape, operation, operands, tag);
      if (variable !== undefined) {
        names.set(node, { name: variable, site: tag });
        const declared = text.lastIndexOf(variable, place.start);
        if (declared > 0)
          evaluate({ file: FILE, start: declared, end: declared + variable.length }, variable, variable, node);
      }
      evaluate(place, formulaOf(code), undefined, node);
      for (const operand of operands) {
        if (typeof operand === "number") continue;
        const operandName = inputs.find((input) => input.node === operand.node)?.name ?? names.get(operand.node)?.name;
        const offset =
          operandName === undefined
            ? -1
            : code.search(new RegExp(`(?<![\\w.])${operandName.replace(/\W/gu, "\\$&")}(?!\\w)`, "u"));
        if (operandName === undefined || offset < 0) continue;
        const start = place.start + offset;
        evaluate({ file: FILE, start, end: start + operandName.length }, operandName, operandName, operand.node);
      }
      return { node };
    },
    inside: (kind, regionName, code, steps) => {
      const index = regions.length;
      const open = { kind, name: regionName, start: tape.length, end: 0, parent, place: placeOf(code, 0) };
      regions.push(open);
      parent = index;
      const result = steps();
      regions[index] = { ...open, end: tape.length };
      parent = open.parent;
      return result;
    },
    end: (result, changes = {}) => {
      const node = typeof result === "object" ? result.node : undefined;
      const value = typeof result === "object" ? tape.value[result.node]! : result;
      return {
        function: {
          name: name,
          parameters,
          place: { file: FILE, start: 0, end: text.length },
          namePlace,
          returned: /return (\w+);/u.exec(text)?.[1],
          taken: undefined,
        },
        tape,
        decisions: new Decisions(),
        deciding: new Uint8Array(0),
        inputs,
        outputs: value === undefined ? [] : [{ path: [], name: "", value, node }],
        result: value === undefined ? undefined : String(value),
        sites,
        names,
        regions,
        kinks: kinksOf(tape),
        evaluations: [...evaluations.values()],
        findings: [] satisfies Finding[],
        log: [],
        steps: tape.length,
        texts: new Map([[FILE, text]]),
        ...changes,
      };
    },
  };
}

function record(
  tape: Tape,
  name: UnaryName | BinaryName | ManyName,
  operands: readonly Operand[],
  tag: number,
): NodeId {
  const opcode = opcodeOf(name);
  const nodes = operands.map((operand) => (typeof operand === "number" ? CONSTANT : operand.node));
  const values = operands.map((operand) => (typeof operand === "number" ? operand : tape.value[operand.node]!));
  switch (OPERATIONS[opcode]!.arity) {
    case 0:
      throw new Error("An input is no step");
    case 1:
      return recordUnary(tape, opcode, nodes[0]!, tag);
    case 2:
      return recordBinary(tape, opcode, nodes[0]!, values[0]!, nodes[1]!, values[1]!, tag);
    case "many":
      return recordMany(tape, opcode, nodes, values, tag);
  }
}

/** The two sides of an operator, or the arguments of a call. */
function operandsIn(formula: string): string[] {
  const call = /^[\w.]+\((.*)\)$/u.exec(formula)?.[1];
  return call === undefined ? formula.split(/ [+−·/] /u) : call.split(", ");
}

/** The test's own small notation: enough for the expressions in these texts. */
function formulaOf(code: string): string {
  return code
    .replace(/Math\./gu, "")
    .replace(/ \*\* 2/gu, "²")
    .replace(/ \* /gu, " · ")
    .replace(/ - /gu, " − ");
}
