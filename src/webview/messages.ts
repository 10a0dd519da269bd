/** Looks at what comes in from outside the page before anything uses it: the other side may be older, newer or not ours. */
import { PAGE_COMMANDS, type KeptState, type OpenState, type PanelState, type ToWebview } from "../protocol.ts";
import type { Changed } from "../view/changed.ts";
import type { ViewModel } from "../view/model.ts";
import { kept, opened } from "../view/sealed.ts";
import {
  isBoolean,
  isNumber,
  isText,
  isValue,
  listOf,
  oneKind,
  oneOf,
  optional,
  record,
  textsByName,
  type Check,
} from "./checks.ts";

/** Return the message if it is one that the page knows, with all its fields of the right type; else undefined. */
export function checkMessage(value: unknown): ToWebview | undefined {
  return isMessage(value) ? (value as ToWebview) : undefined;
}

/** Return what was kept of a panel's state if it is one; else undefined. */
export function checkKeptState(value: unknown): KeptState | undefined {
  return isKeptState(value) ? (value as KeptState) : undefined;
}

/** Return a state that came in as it can be kept. */
export function keptState(state: PanelState): KeptState {
  return withModel(state, kept);
}

/** Return a state with its model open; undefined if the model is not one that the page can draw. */
export function openState(state: KeptState): OpenState | undefined {
  const closed = state.kind === "graph" ? state.model : state.kind === "rejected" ? state.partial : undefined;
  const model = closed == null ? undefined : opened(closed);
  if (closed != null && !isModel(model)) return undefined;
  return withModel(state, () => model as ViewModel);
}

function withModel<From, To>(state: PanelState<From>, change: (model: From) => To): PanelState<To> {
  if (state.kind === "graph") return { ...state, model: change(state.model) };
  // What was undefined comes back from JSON as null.
  if (state.kind === "rejected")
    return { ...state, partial: state.partial == null ? undefined : change(state.partial) };
  return state;
}

/** Return changes of inputs if they are some; else undefined. */
export function checkChanged(value: unknown): Changed | undefined {
  return textsByName(value) ? (value as Changed) : undefined;
}

const number = record({ short: isText, six: isText, full: isText });
const source = record({ file: isText, start: isNumber, end: isNumber, line: isNumber });
const finding = record({
  code: isText,
  severity: oneOf("error", "warning", "info"),
  message: isText,
  help: isText,
  source,
});

const input = record({
  name: isText,
  value: number,
  gradient: optional(number),
  gradientName: isText,
  kind: oneOf("number", "boolean", "string", "array"),
  choices: optional(listOf(isText)),
  choiceNames: optional(textsByName),
  source: isText,
  node: optional(isText),
  isDeciding: optional(isBoolean),
  isWithoutPath: optional(isBoolean),
});

const node = record({
  id: isText,
  kind: oneOf("input", "inputs", "step", "result", "group"),
  name: isText,
  title: isText,
  value: number,
  gradient: optional(number),
  gradientLine: record({ full: isText, short: isText }),
  countLine: isText,
  marks: listOf(isText),
  source,
  unfolds: optional(isText),
  enters: optional(isText),
  whole: optional(isText),
  row: optional(isNumber),
  folds: optional(isText),
  label: isText,
});

const edge = record({
  id: isText,
  from: isText,
  to: isText,
  partial: number,
  label: record({ full: isText, short: isText }),
  formula: isText,
  weight: oneOf(0, 1, 2, 3),
});

const path = record({
  via: isText,
  edges: isText,
  product: number,
  percent: optional(isNumber),
});

const member = record({
  name: isText,
  value: optional(number),
  gradient: optional(number),
  usedBy: isText,
  source: optional(source),
});

const details = record({
  node: isText,
  kind: isText,
  sentence: isText,
  paths: listOf(path),
  pathCount: isText,
  gradient: optional(number),
  members: optional(record({ title: isText, rows: listOf(member) })),
});

const row = record({
  index: isNumber,
  step: optional(isNumber),
  name: isText,
  formula: isText,
  source,
  value: number,
  gradient: optional(number),
  magnitude: isNumber,
  usedBy: isText,
  node: optional(isText),
});

const folding = record({ open: listOf(isText), closed: listOf(isText), inside: optional(listOf(isText)) });

const isModel = record({
  title: isText,
  signature: isText,
  file: isText,
  resultName: isText,
  result: optional(number),
  outputs: listOf(record({ name: isText, key: isText, value: number })),
  output: isNumber,
  inputs: listOf(input),
  nodes: listOf(node),
  edges: listOf(edge),
  details: listOf(details),
  rows: listOf(row),
  rowCounts: record({ all: isNumber, inputs: isNumber }),
  findings: listOf(finding),
  size: isText,
  checked: optional(isBoolean),
  topology: isText,
  changed: optional(textsByName),
  inside: optional(listOf(record({ name: isText, title: isText }))),
  folding: optional(folding),
});

const outside = {
  title: isText,
  file: isText,
  size: isText,
  hasResult: isBoolean,
  hasNodes: isBoolean,
  errors: listOf(finding),
  changed: optional(textsByName),
  output: optional(isText),
  folding: optional(folding),
};

const isPanelState = stateWith(record({ ...outside, bytes: (value) => value instanceof Uint8Array }));
const isKeptState = stateWith(record({ ...outside, text: isText }));

function stateWith(model: Check): Check {
  return oneKind({
    empty: record({ suggestions: listOf(record({ name: isText, signature: isText, source })) }),
    graph: record({ model, outdated: optional(finding) }),
    rejected: record({
      title: isText,
      findings: (value) => Array.isArray(value) && value.length > 0 && value.every(finding),
      partial: optional(model),
    }),
    failed: record({ title: isText, message: isText }),
  });
}

const point = record({ at: isNumber, value: isValue });
const matrixHead = record({ name: isText, node: optional(isText) });
const matrixRow = record({
  output: optional(isText),
  isChosen: isBoolean,
  cells: listOf(record({ name: isText, value: number, strength: isNumber, sentence: isText, isKink: isBoolean })),
});
const isReply = oneKind({
  explain: record({
    explanation: record({
      node: isText,
      reason: isText,
      question: isText,
      said: listOf(record({ text: isText, source: optional(source) })),
      cause: optional(isText),
      path: optional(path),
    }),
  }),
  plot: record({
    plot: record({
      input: isText,
      result: isText,
      here: point,
      slope: isValue,
      slopeText: number,
      low: isNumber,
      high: isNumber,
      points: listOf(point),
      kinks: listOf(record({ at: isNumber, value: isNumber, word: oneOf("kink", "jump") })),
    }),
  }),
  surface: record({
    surface: record({
      inputs: listOf(isText),
      result: isText,
      at: listOf(isNumber),
      value: isValue,
      gradient: listOf(isValue),
      gradientTexts: listOf(number),
      low: listOf(isNumber),
      high: listOf(isNumber),
      parts: isNumber,
      values: listOf(isValue),
    }),
  }),
  matrix: record({
    matrix: record({
      kind: oneOf("hessian", "jacobian"),
      title: isText,
      columns: listOf(matrixHead),
      rows: listOf((value) => matrixHead(value) && matrixRow(value)),
      notes: listOf(isText),
    }),
  }),
  tag: record({ tag: isText }),
  array: record({
    array: record({
      input: isText,
      rows: listOf(listOf(record({ name: isText, value: number, gradient: optional(number) }))),
      hidden: isNumber,
    }),
  }),
  descend: record({
    descent: record({
      result: isText,
      losses: listOf(isNumber),
      from: number,
      to: number,
      rate: isNumber,
      end: oneOf("done", "late", "flat", "no-gradient", "infinite", "not-a-number"),
      changed: textsByName,
    }),
  }),
  random: record({ changed: textsByName }),
  paths: record({ list: record({ node: isText, paths: listOf(path), hidden: isText, rest: number }) }),
  rows: record({ part: record({ order: oneOf("steps", "gradient"), from: isNumber, rows: listOf(row) }) }),
  find: record({
    found: record({ text: isText, rows: listOf(record({ row: isNumber, node: optional(isText) })), count: isNumber }),
  }),
  document: record({ text: isText }),
  none: record({}),
});

const look = record({
  direction: oneOf("auto", "leftToRight", "topToBottom"),
  view: oneOf("auto", "graph", "table"),
});

const isMessage = oneKind({
  show: record({
    revision: isNumber,
    state: isPanelState,
    pinned: isBoolean,
    from: optional(isText),
    look: optional(look),
    isFirst: optional(isBoolean),
  }),
  busy: record({ busy: isBoolean }),
  point: record({ file: isText, offset: isNumber }),
  reply: record({ id: isNumber, reply: isReply }),
  run: record({ command: oneOf(...PAGE_COMMANDS), node: optional(isText) }),
});
