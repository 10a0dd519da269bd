/** The names by which a user speaks of a function's inputs: its parameters, what its patterns bind, and `this`. */
import { placeOf, ts } from "../../parse.ts";
import { pathName } from "../../pathName.ts";
import type { Place } from "../../span.ts";
import { chainParameters } from "../../text/curried.ts";
import type { FoundFunction } from "../../text/functions.ts";
import { nameText } from "../../text/functionSyntax.ts";
import type { Path } from "../../trace.ts";

/** In place of a parameter's index: the value of `this`. */
export const RECEIVER = -1;

/** A name and what it stands for. */
export interface Root {
  readonly name: string;
  /** Index of the parameter, or RECEIVER. */
  readonly parameter: number;
  /** The way from the parameter's value to what the name is bound to. */
  readonly path: Path;
  readonly place: Place;
  /** The default that a pattern gives. */
  readonly initializer: ts.Expression | undefined;
}

/** Return the names of a function's inputs. */
export function rootsOf(found: FoundFunction, hasReceiver: boolean): readonly Root[] {
  const roots: Root[] = [];
  if (hasReceiver)
    roots.push({ name: "this", parameter: RECEIVER, path: [], place: found.namePlace, initializer: undefined });
  chainParameters(found.chain).forEach((parameter, index) => {
    addRoots(parameter.name, index, [], undefined, roots);
  });
  return roots;
}

function addRoots(
  name: ts.BindingName,
  parameter: number,
  path: Path,
  initializer: ts.Expression | undefined,
  roots: Root[],
): void {
  if (ts.isIdentifier(name)) {
    roots.push({ name: name.text, parameter, path, place: placeOf(name), initializer });
    return;
  }
  name.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element) || element.dotDotDotToken !== undefined) return;
    const step = ts.isArrayBindingPattern(name) ? index : nameText(element.propertyName ?? element.name);
    addRoots(element.name, parameter, [...path, step], element.initializer, roots);
  });
}

/** What a leaf is called, and the root that it belongs to. */
export interface LeafName {
  readonly name: string;
  readonly root: Root | undefined;
  /** The way from what the root's name is bound to. */
  readonly rest: Path;
}

/** Return the name of a leaf: `w`, `p.x`, `xs[0]`; a member that a pattern leaves alone is called by its key. */
export function leafName(roots: readonly Root[], parameter: number, path: Path, parameterName: string): LeafName {
  let best: Root | undefined;
  for (const root of ofParameter(roots, parameter)) {
    if (!isPrefix(root.path, path)) continue;
    if (best === undefined || root.path.length > best.path.length) best = root;
  }
  const rest = path.slice(best?.path.length ?? 0);
  const isPattern = /^[[{]/.test(parameterName);
  const start = best?.name ?? (isPattern ? "" : parameterName);
  return { name: (start + pathName(rest)).replace(/^\./, ""), root: best, rest };
}

const byParameter = new WeakMap<readonly Root[], ReadonlyMap<number, readonly Root[]>>();

/** The roots of one parameter, found without looking at those of all others, of which there may be thousands. */
function ofParameter(roots: readonly Root[], parameter: number): readonly Root[] {
  let known = byParameter.get(roots);
  if (known === undefined) byParameter.set(roots, (known = grouped(roots)));
  return known.get(parameter) ?? [];
}

function grouped(roots: readonly Root[]): ReadonlyMap<number, readonly Root[]> {
  const groups = new Map<number, Root[]>();
  for (const root of roots) {
    const group = groups.get(root.parameter);
    if (group === undefined) groups.set(root.parameter, [root]);
    else group.push(root);
  }
  return groups;
}

/** Whether a path begins with another one. */
export function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => String(step) === String(path[index]));
}
