/** Blocks: statements that follow each other, in a scope of their own, with the functions among them made first. */
import { ts } from "../../../parse.ts";
import { TDZ } from "../../values/values.ts";
import { inScope, type Context, type Run } from "../context.ts";
import { has, HAS_CLOSURE } from "../features.ts";
import { functionDeclaration } from "../functions/functions.ts";
import { hoistDeclarations } from "../variables/hoisting.ts";
import { BlockScope, frameAt, FramePlan, hopsBetween, type Frame } from "../variables/scope.ts";
import { initialise, readVariable } from "../variables/variables.ts";
import { declareResources, withDisposal } from "./disposal.ts";
import { statement } from "./statements.ts";

/** Compile statements whose declarations have been hoisted already; functions are made first. */
export function statements(context: Context, nodes: readonly ts.Statement[]): Run {
  return declareResources(context, nodes)
    ? withDisposal(context, statementList(context, nodes))
    : statementList(context, nodes);
}

function statementList(context: Context, nodes: readonly ts.Statement[]): Run {
  const { functions, others } = listParts(context, nodes);
  const runs = others.map((node) =>
    ts.isFunctionDeclaration(node) ? blockFunction(context, node) : statement(context, node),
  );
  return sequence([...functions, ...runs]);
}

/** Split a list of statements into the making of its functions, which comes first, and all that happens where it stands. */
export function listParts(
  context: Context,
  nodes: readonly ts.Statement[],
): { readonly functions: readonly Run[]; readonly others: readonly ts.Statement[] } {
  return {
    functions: hoistedFunctions(context, nodes),
    others: nodes.filter((node) => !ts.isFunctionDeclaration(node) || isBlockFunction(context, node)),
  };
}

/** Carry out statements one after the other, up to one that ends early. */
export function sequence(all: readonly Run[]): Run {
  const [first, second, third, fourth] = all as [Run, Run, Run, Run];
  if (all.length === 0) return () => undefined;
  if (all.length === 1) return first;
  if (all.length === 2) return (frame) => first(frame) ?? second(frame);
  if (all.length === 3) return (frame) => first(frame) ?? second(frame) ?? third(frame);
  if (all.length === 4) return (frame) => first(frame) ?? second(frame) ?? third(frame) ?? fourth(frame);
  const count = all.length;
  return (frame) => {
    for (let i = 0; i < count; i++) {
      const signal = all[i]!(frame);
      if (signal !== undefined) return signal;
    }
    return undefined;
  };
}

/** Whether a statement declares a function that has a value. */
export function isFunctionWithBody(node: ts.Statement): node is ts.FunctionDeclaration {
  return ts.isFunctionDeclaration(node) && node.body !== undefined && node.name !== undefined;
}

/** Compile the making of the functions that a list of statements declares. */
export function hoistedFunctions(context: Context, nodes: readonly ts.Statement[]): Run[] {
  return nodes.filter(isFunctionWithBody).map((node) => hoistedFunction(context, node));
}

/** Compile the making of a declared function, which happens when its block is entered. */
export function hoistedFunction(context: Context, node: ts.FunctionDeclaration): Run {
  const make = functionDeclaration(context, node);
  const write = initialise(context, node.name!, node.name!);
  return (frame) => {
    write(frame, make(frame));
    return undefined;
  };
}

/** Whether sloppy code makes a variable of its function out of what a block declares. */
export function isBlockFunction({ scope }: Context, node: ts.FunctionDeclaration): boolean {
  return scope.ofFunction.blockFunctions?.has(node) === true && scope.own(node.name!.text) !== undefined;
}

/** Compile what happens where a block's function stands: the variable of the function around gets it. */
export function blockFunction(context: Context, node: ts.FunctionDeclaration): Run {
  const read = readVariable(context, node.name!);
  const { plan, slot } = context.scope.ofFunction.own(node.name!.text)!;
  const hops = hopsBetween(context.scope.plan, plan);
  return (frame) => {
    frameAt(frame, hops).slots[slot] = read(frame);
    return undefined;
  };
}

/** A block in a scope of its own; it gets a frame of its own where closures may keep its variables of each round of a loop. */
export interface Block {
  readonly context: Context;
  /** The frame to run the block's statements in. */
  readonly open: (frame: Frame) => Frame;
  /** Whether `open` does nothing; known when the block's statements have been compiled. */
  readonly isBare: () => boolean;
}

/** Open a block around some syntax whose declarations the caller hoists. */
export function blockAround(context: Context, node: ts.Node): Block {
  const needsFrame = context.inLoop && has(node, HAS_CLOSURE);
  const plan = needsFrame ? new FramePlan(context.scope.plan) : context.scope.plan;
  const scope = new BlockScope(context.scope, plan, false);
  const inner = inScope(context, scope);
  if (needsFrame) return { context: inner, open: (frame) => plan.open(frame), isBare: () => false };
  const { resets } = scope;
  return {
    context: inner,
    isBare: () => resets.length === 0,
    open: (frame) => {
      for (const slot of resets) frame.slots[slot] = TDZ;
      return frame;
    },
  };
}

/** Compile `{ … }`. */
export function block(context: Context, node: ts.Block): Run {
  const inner = blockAround(context, node);
  hoistDeclarations(inner.context.scope, node.statements);
  const run = statements(inner.context, node.statements);
  return inner.isBare() ? run : (frame) => run(inner.open(frame));
}
