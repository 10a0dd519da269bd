/** Puts the inputs of a run into the tag above its function: the text of the tag, and the edits that write it. */
import { findTags } from "../../language/inputs/written/tagText.ts";
import { parse } from "../../language/parse.ts";
import { functionAt, type FoundFunction } from "../../language/text/functions.ts";
import type { Trace } from "../../language/trace.ts";
import type { TextEdit } from "../../view/question.ts";
import type { SourceText } from "../request.ts";
import { editedValues, rootOf } from "./editedTag.ts";
import { literalOf, put, written, type Tree } from "./literals.ts";

/** A tag and how it gets into the text. */
export interface WrittenTag {
  /** `@at w = 2.5, x = 3`. */
  readonly tag: string;
  readonly edits: readonly TextEdit[];
}

/** Runs another text of the function's file; undefined if that gives no trace. */
export type RunText = (text: string) => Trace | undefined;

/** Return the tag that says the inputs of a run; undefined if no tag can, as for an object of a class. Every tag is tried before it is offered. */
export function writeInputs(source: SourceText, trace: Trace, run: RunText): WrittenTag | undefined {
  const found = functionAt(parse(source.uri, source.text), trace.function.namePlace.start);
  if (found === undefined || trace.inputs.length === 0) return undefined;
  const edited = editedValues(source.text, found, trace.inputs);
  for (const tag of [wholeTag(trace, edited), addedTag(trace, edited)]) {
    const edits = editsFor(source, found, tag);
    if (isSame(trace, run(applied(source.text, edits)))) return { tag, edits };
  }
  return undefined;
}

/** What the tag says already, and every other root with all that is in it. */
function wholeTag({ inputs }: Trace, edited: ReadonlyMap<string, string>): string {
  const roots = new Map<string, Tree | string>();
  for (const input of inputs) {
    const root = rootOf(input);
    if ([...edited.keys()].some((name) => rootOf({ name }) === root)) continue;
    const keys = input.path.slice(1);
    if (keys.length === 0) roots.set(input.name, literalOf(input.value));
    else roots.set(root, put(roots.get(root), keys, literalOf(input.value)));
  }
  return tagOf([...edited, ...[...roots].map(([name, value]) => [name, written(value)] as const)]);
}

/** What the tag says already, and what was changed besides. */
function addedTag({ inputs }: Trace, edited: ReadonlyMap<string, string>): string {
  const changed = inputs.filter(({ source }) => source === "panel");
  return tagOf([...new Map([...edited, ...changed.map(({ name, value }) => [name, literalOf(value)] as const)])]);
}

function tagOf(values: readonly (readonly [name: string, value: string])[]): string {
  return `@at ${values.map(([name, value]) => `${name} = ${value}`).join(", ")}`;
}

/** In the place of the tags that are there; else as a comment of its own above the function. */
function editsFor({ text }: SourceText, found: FoundFunction, tag: string): TextEdit[] {
  const tags = findTags(text, found.comments).filter(({ name }) => name === "at");
  const [first, ...others] = tags;
  if (first !== undefined) {
    const removed = others.map(({ span }) => ({ ...span, text: "" }));
    return [{ ...first.span, text: tag }, ...removed];
  }
  const start = text.lastIndexOf("\n", found.place.start - 1) + 1;
  const indent = /^[^\S\n]*/u.exec(text.slice(start))![0];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const comment = found.comments.length === 0 ? `/** ${tag} */` : `// ${tag}`;
  return [{ start, end: start, text: `${indent}${comment}${end}` }];
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((one, other) => other.start - one.start);
  return sorted.reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

/** Whether another run has the same inputs and the same result. */
function isSame(trace: Trace, other: Trace | undefined): boolean {
  if (other?.inputs.length !== trace.inputs.length || other.result !== trace.result) return false;
  return trace.inputs.every((input, index) => {
    const { name, value, source } = other.inputs[index]!;
    return input.name === name && Object.is(input.value, value) && source !== "assumed";
  });
}
