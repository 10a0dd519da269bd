/** How inputs stand together: the fields of an object under its name, the numbers of an array as a grid. */
import type { InputView } from "../../view/model.ts";

/** One line of inputs. */
export type InputEntry =
  | { readonly kind: "input"; readonly label: string; readonly input: InputView }
  /** An array: `name` is its own, a row for each inner array. */
  | {
      readonly kind: "grid";
      readonly label: string;
      readonly name: string;
      readonly rows: readonly (readonly InputView[])[];
    };

/** Inputs that belong to one parameter, or one input that is a parameter itself. */
export interface InputGroup {
  /** Undefined for a single line, whose label is the whole name. */
  readonly name: string | undefined;
  readonly entries: readonly InputEntry[];
}

/** An array of fewer numbers stands as single lines, with a slider each. */
const SMALLEST_GRID = 5;

/** Return the inputs in their order, those of one object or array together. */
export function inputGroups(inputs: readonly InputView[]): readonly InputGroup[] {
  const groups = new Map<string, InputEntry[]>();
  for (const entry of entriesOf(inputs)) {
    const root = /^[^.[]*/u.exec(nameOf(entry))![0];
    groups.set(root, [...(groups.get(root) ?? []), entry]);
  }
  return [...groups].map(([root, entries]) =>
    entries.length === 1
      ? { name: undefined, entries }
      : { name: root, entries: entries.map((entry) => ({ ...entry, label: nameOf(entry).slice(root.length) })) },
  );
}

/** Return what an entry sets: the input's name, or the array's. */
export function nameOf(entry: InputEntry): string {
  return entry.kind === "input" ? entry.input.name : entry.name;
}

/** Return the inputs of an entry. */
export function inputsOf(entry: InputEntry): readonly InputView[] {
  return entry.kind === "input" ? [entry.input] : entry.rows.flat();
}

function entriesOf(inputs: readonly InputView[]): InputEntry[] {
  const arrays = new Map<string, InputView[]>();
  for (const input of inputs) {
    const name = arrayOf(input);
    if (name !== undefined) arrays.set(name, [...(arrays.get(name) ?? []), input]);
  }
  return inputs.flatMap((input): InputEntry[] => {
    const name = arrayOf(input);
    const members = name === undefined ? [] : arrays.get(name)!;
    if (name === undefined || members.length < SMALLEST_GRID) return [{ kind: "input", label: input.name, input }];
    return members[0] === input ? [{ kind: "grid", label: name, name, rows: rowsOf(members) }] : [];
  });
}

/** The array that a number is in: `W` for `W[1][2]`. */
function arrayOf({ name, kind, choices }: InputView): string | undefined {
  if (kind !== "number" || choices != null) return undefined;
  return /^(.*?)(\[\d+\])+$/u.exec(name)?.[1];
}

function rowsOf(members: readonly InputView[]): InputView[][] {
  const rows = new Map<string, InputView[]>();
  for (const member of members) {
    const row = member.name.slice(0, member.name.lastIndexOf("["));
    rows.set(row, [...(rows.get(row) ?? []), member]);
  }
  return [...rows.values()];
}
