/** The only reader of settings. */
import * as vscode from "vscode";
import { defaultBudget } from "../engine/budget.ts";
import type { Budget } from "../language/interpreter/meter.ts";
import type { Look } from "../protocol.ts";
import { settings as names, section } from "./ids.ts";

/** All settings as they are for one file. */
export interface Settings {
  /** Whether an unpinned graph follows the cursor. */
  readonly followCursor: boolean;
  /** When pictures follow the text. */
  readonly update: "onType" | "onSave";
  /** Whether hovers show values and gradients. */
  readonly hover: boolean;
  /** When values and gradients stand behind the statements. */
  readonly inlayHints: "off" | "whilePanelIsOpen" | "always";
  /** Significant digits of short numbers, 1 to 15. */
  readonly digits: number;
  /** Interpreted steps after which a run stops. */
  readonly maxSteps: number;
  /** Where graphs run to. */
  readonly direction: Look["direction"];
  /** What a new panel shows first. */
  readonly view: Look["view"];
}

/** Return the settings for a file; values of the wrong type count as not set. */
export function readSettings(scope: vscode.ConfigurationScope | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope ?? null);
  const boolean = (name: string, otherwise: boolean): boolean => {
    const value: unknown = configuration.get(name);
    return typeof value === "boolean" ? value : otherwise;
  };
  const number = (name: string, otherwise: number, low: number, high: number): number => {
    const value: unknown = configuration.get(name);
    return typeof value === "number" && Number.isFinite(value)
      ? Math.round(Math.min(Math.max(value, low), high))
      : otherwise;
  };
  const oneOf = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value => {
    const value: unknown = configuration.get(name);
    return values.find((each) => each === value) ?? values[0];
  };
  return {
    inlayHints: oneOf(names.inlayHints, ["whilePanelIsOpen", "off", "always"]),
    followCursor: boolean(names.followCursor, true),
    update: configuration.get<unknown>(names.update) === "onSave" ? "onSave" : "onType",
    hover: boolean(names.hover, true),
    digits: number(names.digits, 3, 1, 15),
    direction: oneOf(names.direction, ["auto", "leftToRight", "topToBottom"]),
    view: oneOf(names.view, ["auto", "graph", "table"]),
    maxSteps: number(names.maxSteps, defaultBudget.steps, 1_000, 1_000_000_000),
  };
}

/** Return the bounds of one run. Time and memory are no settings: they protect the editor. */
export function budgetOf({ maxSteps }: Settings): Budget {
  return { ...defaultBudget, steps: maxSteps };
}
