/** What was chosen in a panel for functions: each choice stays with its function, by the place of its name, however the text around it changes. */
import { writtenName, type Choice, type Chosen, type FunctionInfo } from "../engine/request.ts";

/** What was chosen for a function of a file. */
export interface Choosing {
  readonly file: string;
  readonly chosen: Chosen;
}

const nothingChosen: Choice = { changed: {}, output: undefined };

/** Return what was chosen for the functions of a file. */
export function chosenIn(all: readonly Choosing[], file: string): readonly Chosen[] {
  return all.flatMap((each) => (each.file === file ? [each.chosen] : []));
}

/** Change what was chosen for a function. */
export function choose(
  all: readonly Choosing[],
  of: FunctionInfo,
  change: (choice: Choice) => Choice,
): readonly Choosing[] {
  const before = choiceOf(all, of);
  return replaced(all, before, of, change(before?.chosen ?? nothingChosen));
}

/** Note what the function is called now that something was chosen for, and where its name is. */
export function located(all: readonly Choosing[], of: FunctionInfo): readonly Choosing[] {
  const before = choiceOf(all, of);
  return before === undefined ? all : replaced(all, before, of, before.chosen);
}

/** Note where the names in a file are now; undefined where that is not known any more. */
export function moved(
  all: readonly Choosing[],
  file: string,
  now: (start: number | undefined) => number | undefined,
): readonly Choosing[] {
  return all.map((each) =>
    each.file === file ? { file, chosen: { ...each.chosen, start: now(each.chosen.start) } } : each,
  );
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

/** What was chosen for the function whose name is there; for one of its name only if it is not known where that was. */
function choiceOf(all: readonly Choosing[], { name, namePlace }: FunctionInfo): Choosing | undefined {
  const here = all.filter(({ file }) => file === namePlace.file);
  return (
    here.find(({ chosen }) => chosen.start === namePlace.start && writtenName(chosen.name) === writtenName(name)) ??
    here.find(({ chosen }) => chosen.start === undefined && chosen.name === name)
  );
}
