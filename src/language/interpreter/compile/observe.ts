/** Sites of expressions, and the record of what they evaluate to. */
import type { FindingCode } from "../../findingCodes.ts";
import type { ts } from "../../parse.ts";
import { Stop } from "../meter.ts";
import type { Code, Context } from "./context.ts";

/** The number of the site of a node. */
export function siteOf(context: Context, node: ts.Node): number {
  return context.unit.sites.of(node, context.unit.uri);
}

/** Make code remember its last value for hovers, where values are observed. */
export function observed(context: Context, node: ts.Node, code: Code): Code {
  const { machine, isObserved } = context.unit;
  if (!isObserved) return code;
  const site = siteOf(context, node);
  const { last } = machine;
  return (frame) => (last[site] = code(frame));
}

/** Code that ends the run because of something that is not supported, with a place. */
export function unsupported(
  context: Context,
  node: ts.Node,
  code: FindingCode,
  message: string,
  help: string,
): () => never {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return () => {
    throw machine.stop(code, message, site, help);
  };
}

/** Code that ends the run if a statement or a function has an error of syntax; undefined if it has none. */
export function brokenPart({ unit }: Context, node: ts.Node): (() => never) | undefined {
  const finding = unit.broken.get(node);
  if (finding === undefined) return undefined;
  return () => {
    throw new Stop(finding);
  };
}

/** The text of a node as V8 quotes it in messages. */
export function quote(context: Context, node: ts.Node): string {
  return node.getText(context.unit.file);
}
