/** `console`: what the program writes goes to the run's log, a line each. */
import { toBoolean, toText } from "../convert.ts";
import { inspect } from "../inspect.ts";
import type { Machine } from "../machine.ts";
import { ObjectValue, type Native } from "../objects.ts";
import type { Value } from "../values.ts";
import { defineGlobal, defineTag, makeFunction, methodTable, type MethodRow } from "./define.ts";
import { formatText } from "./format.ts";

/** Characters of one line of the log. */
const LINE = 10_000;
/** Lines of the log; what comes after is dropped. */
const LINES = 1_000;

/** One console, with its indentation, counters and labels. */
interface Console {
  indentation: number;
  readonly counts: Map<string, number>;
}

function write(machine: Machine, state: Console, text: string): undefined {
  machine.pay(1 + (text.length >> 4));
  if (machine.log.length >= LINES) return;
  machine.allocate(2 * text.length);
  const line = " ".repeat(state.indentation) + text;
  machine.log.push(line.length > LINE ? `${line.slice(0, LINE)}…` : line);
}

function labelOf(machine: Machine, value: Value): string {
  return value === undefined ? "default" : toText(machine, value);
}

/** The methods over one console's state. */
function methodsOf(state: Console): readonly MethodRow[] {
  const log: Native = (machine, _thisValue, args) => {
    write(machine, state, formatText(machine, args));
    return undefined;
  };
  const group: Native = (machine, _thisValue, args) => {
    if (args.length > 0) write(machine, state, formatText(machine, args));
    state.indentation = Math.min(state.indentation + 2, 100);
    return undefined;
  };
  return methodTable({
    log: [0, log],
    warn: [0, log],
    error: [0, log],
    info: [0, log],
    debug: [0, log],
    trace: [0, (machine, _thisValue, args) => writeTrace(machine, state, args)],
    dirxml: [0, log],
    dir: [0, (machine, _thisValue, args) => write(machine, state, inspect(machine, args[0]))],
    table: [0, (machine, _thisValue, args) => write(machine, state, inspect(machine, args[0]))],
    assert: [0, (machine, _thisValue, args) => check(machine, state, args)],
    count: [0, (machine, _thisValue, args) => count(machine, state, args)],
    countReset: [0, (machine, _thisValue, args) => void state.counts.delete(labelOf(machine, args[0]))],
    group: [0, group],
    groupCollapsed: [0, group],
    groupEnd: [0, () => void (state.indentation = Math.max(0, state.indentation - 2))],
    clear: [0, () => undefined],
    // The clock stands still during a run, so there is no time to tell.
    time: [0, () => undefined],
    timeEnd: [0, (machine, _thisValue, args) => write(machine, state, `${labelOf(machine, args[0])}: 0ms`)],
    timeLog: [0, (machine, _thisValue, args) => write(machine, state, `${labelOf(machine, args[0])}: 0ms`)],
  });
}

function writeTrace(machine: Machine, state: Console, args: readonly Value[]): undefined {
  const text = formatText(machine, args);
  write(machine, state, text === "" ? "Trace" : `Trace: ${text}`);
}

function check(machine: Machine, state: Console, args: readonly Value[]): undefined {
  if (toBoolean(machine, args[0])) return;
  const text = formatText(machine, args.slice(1));
  write(machine, state, text === "" ? "Assertion failed" : `Assertion failed: ${text}`);
}

function count(machine: Machine, state: Console, args: readonly Value[]): undefined {
  const label = labelOf(machine, args[0]);
  const number = (state.counts.get(label) ?? 0) + 1;
  state.counts.set(label, number);
  machine.allocate(32);
  write(machine, state, `${label}: ${number}`);
}

/** Make `console`. */
export function installConsole(machine: Machine): void {
  const created = new ObjectValue(machine.intrinsics.object);
  for (const { key, name, length, work } of methodsOf({ indentation: 0, counts: new Map() }))
    created.put(key, makeFunction(machine, name, length, work));
  defineTag(created, "console");
  defineGlobal(machine, "console", created);
}
