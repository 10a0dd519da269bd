/** `try`, `catch`, `finally`. */
import type { ts } from "../../../parse.ts";
import type { Depth, Machine } from "../../machine.ts";
import type { Regions } from "../../recording.ts";
import { Thrown, type Value } from "../../values/values.ts";
import { bindingPattern } from "../assigning/patterns.ts";
import { inScope, type Context, type Run, type Signal } from "../context.ts";
import { has, HAS_CLOSURE } from "../features.ts";
import { boundNames, hoistDeclarations } from "../variables/hoisting.ts";
import type { Frame } from "../variables/scope.ts";
import { blockAround, statements } from "./blocks.ts";
import { statement } from "./statements.ts";

/** What the program can catch of an exception of the host: its own, and a full stack. Budgets and our mistakes pass through. */
export function caught(machine: Machine, error: unknown): Thrown | undefined {
  if (error instanceof Thrown) return error;
  if (error instanceof RangeError) return machine.error("RangeError", error.message);
  return undefined;
}

/** The present depth. */
export function depthOf(machine: Machine, regions: Regions): Depth {
  return { calls: machine.depth, region: regions.current };
}

/** Get back to a depth. */
export function backTo(machine: Machine, regions: Regions, depth: Depth): void {
  machine.depth = depth.calls;
  regions.unwind(depth.region, machine.tape.length);
}

/** Compile `try`. */
export function tryStatement(context: Context, node: ts.TryStatement): Run {
  const attempt = statement(context, node.tryBlock);
  const guarded = node.catchClause === undefined ? attempt : withCatch(context, attempt, node.catchClause);
  if (node.finallyBlock === undefined) return guarded;
  const { machine, regions } = context.unit;
  const last = statement(context, node.finallyBlock);
  return (frame) => {
    const depth = depthOf(machine, regions);
    let signal: Signal | undefined;
    try {
      signal = guarded(frame);
    } catch (error) {
      const thrown = caught(machine, error);
      if (thrown === undefined) throw error;
      backTo(machine, regions, depth);
      const jump = last(frame);
      if (jump !== undefined) return jump;
      throw thrown;
    }
    const { returned, returnedBy } = machine;
    const jump = last(frame);
    if (jump !== undefined) return jump;
    machine.returned = returned;
    machine.returnedBy = returnedBy;
    return signal;
  };
}

function withCatch(context: Context, attempt: Run, clause: ts.CatchClause): Run {
  const { machine, regions } = context.unit;
  const handle = catchClause(context, clause);
  return (frame) => {
    const depth = depthOf(machine, regions);
    try {
      return attempt(frame);
    } catch (error) {
      const thrown = caught(machine, error);
      if (thrown === undefined) throw error;
      backTo(machine, regions, depth);
      return handle(frame, thrown.value);
    }
  };
}

function catchClause(context: Context, clause: ts.CatchClause): (frame: Frame, value: Value) => Signal | undefined {
  const { open, write, body } = catchParts(context, clause);
  // A function in the pattern does not see what the block declares.
  const isApart = has(clause.variableDeclaration, HAS_CLOSURE);
  if (!isApart) hoistDeclarations(body.scope, clause.block.statements);
  const run = isApart ? statement(body, clause.block) : statements(inScope(body, body.scope), clause.block.statements);
  return (outer, value) => {
    const frame = open(outer);
    write(frame, value);
    return run(frame);
  };
}

/** The scope of a `catch` clause, its frame, and the write of its variable. */
export function catchParts(
  context: Context,
  clause: ts.CatchClause,
): {
  readonly body: Context;
  readonly open: (frame: Frame) => Frame;
  readonly write: (frame: Frame, value: Value) => void;
} {
  const block = blockAround(context, clause);
  const declaration = clause.variableDeclaration;
  if (declaration === undefined) return { body: block.context, open: block.open, write: () => undefined };
  for (const { text } of boundNames(declaration.name)) block.context.scope.declare(text, "let", declaration.end);
  return { body: block.context, open: block.open, write: bindingPattern(block.context, declaration.name, declaration) };
}
