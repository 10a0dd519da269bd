/** What was chosen in a panel for functions: each choice stays with its function, by the place of its name, however the text around it changes. */
import { writtenName, type Choice, type Chosen, type FunctionInfo } from "../../engine/request.ts";
import type { Changed } from "../../view/changed.ts";
import type { FoldChoice } from "../../view/options.ts";
import type { Move, Shift } from "./shift.ts";

/** What was chosen for a function of a file. */
export interface Choosing {
  readonly file: string;
  readonly chosen: Chosen;
}

/** What a person's act makes of what was chosen for a function before. */
export type ChoiceChange = (choice: Choice) => Choice;

/** How many times longer a function may run when a person allows more, and how often that can be said. */
const MORE = 4;
const MOST_EFFORT = MORE * MORE;

const nothingChosen: Choice = { changed: {}, output: undefined };

/** Change these inputs, and take all other changes back. */
export function withInputs(changed: Changed): ChoiceChange {
  return (choice) => ({ ...choice, changed });
}

/** Differentiate another number of the result. */
export function withOutput(output: string | undefined): ChoiceChange {
  return (choice) => ({ ...choice, output });
}

/** Fold and unfold these parts; undefined lets the rule decide. */
export function withFolding(folding: FoldChoice | undefined): ChoiceChange {
  return (choice) => ({ ...choice, folding });
}

/** Let the function run longer. */
export function withMoreEffort(choice: Choice): Choice {
  return { ...choice, effort: Math.min((choice.effort ?? 1) * MORE, MOST_EFFORT) };
}

/** Return what was chosen for the functions of a file. */
export function chosenIn(all: readonly Choosing[], file: string): readonly Chosen[] {
  return all.flatMap((each) => (each.file === file ? [each.chosen] : []));
}

/** Change what was chosen for a function. */
export function choose(all: readonly Choosing[], of: FunctionInfo, change: ChoiceChange): readonly Choosing[] {
  const before = choiceOf(all, of);
  return replaced(all, before, of, change(before?.chosen ?? nothingChosen));
}

/** Note what the function is called now that something was chosen for, and where its name is. */
export function located(all: readonly Choosing[], of: FunctionInfo): readonly Choosing[] {
  const before = choiceOf(all, of);
  return before === undefined ? all : replaced(all, before, of, before.chosen);
}

/** Note where the names in a file are now. */
export function moved(all: readonly Choosing[], file: string, shift: Shift): readonly Choosing[] {
  return all.map((each) =>
    each.file === file ? { file, chosen: { ...each.chosen, start: shift(each.chosen.start) } } : each,
  );
}

/** Note that files have another address now. */
export function inFiles(all: readonly Choosing[], now: Move): readonly Choosing[] {
  return all.map((each) => ({ ...each, file: now(each.file) ?? each.file }));
}

function replaced(
  all: readonly Choosing[],
  before: Choosing | undefined,
  { name, namePlace }: FunctionInfo,
  choice: Choice,
): readonly Choosing[] {
  const others = all.filter((each) => each !== before);
  return [...others, { file: namePlace.file, chosen: { ...choice, name, start: namePlace.start } }];
}

/** What was chosen for the function whose name is there; for one of its name only if it is not known where that was, and for what it was called before last. */
function choiceOf(all: readonly Choosing[], { name, namePlace }: FunctionInfo): Choosing | undefined {
  const here = all.filter(({ file }) => file === namePlace.file);
  return (
    here.find(({ chosen }) => chosen.start === namePlace.start && writtenName(chosen.name) === writtenName(name)) ??
    here.find(({ chosen }) => chosen.start === undefined && chosen.name === name) ??
    here.find(({ chosen }) => chosen.start === namePlace.start)
  );
}
