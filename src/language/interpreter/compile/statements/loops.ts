/** Loops. Each round is a region of the run, pays for its steps, and has variables of its own where closures may keep them. */
import { ts } from "../../../parse.ts";
import { enumerableKeys } from "../../builtins/object/keys.ts";
import { closeQuietly, DONE, iterate, type Iteration } from "../../rules/iteration.ts";
import { writeTo } from "../assigning/assignment.ts";
import { bindingPattern } from "../assigning/patterns.ts";
import { iterableText } from "../callSite.ts";
import type { Context, Run, Signal } from "../context.ts";
import { condition, expression } from "../expressions/expressions.ts";
import { has, HAS_AWAIT, HAS_CLOSURE } from "../features.ts";
import { siteOf, unsupported } from "../observe.ts";
import { boundNames, hoistList } from "../variables/hoisting.ts";
import { BlockScope, Frame, FramePlan } from "../variables/scope.ts";
import type { Write } from "../variables/store.ts";
import { blockAround } from "./blocks.ts";
import { countingLoop, stepOf, testOf } from "./counting.ts";
import { resourceKeeper } from "./disposal.ts";
import { headExpression } from "./loopHead.ts";
import { Rounds } from "./rounds.ts";
import { statement, variableList } from "./statements.ts";

/** Compile `while`. */
export function whileLoop(context: Context, node: ts.WhileStatement): Run {
  const inner: Context = { ...context, inLoop: true, labels: [] };
  const test = condition(inner, node.expression);
  const body = statement(inner, node.statement);
  const rounds = new Rounds(context, node);
  return (frame) => {
    const loop = rounds.enterLoop();
    while (test(frame)) {
      rounds.begin(loop);
      const signal = body(frame);
      if (signal === undefined) continue;
      const next = rounds.after(signal);
      if (next === "on") continue;
      rounds.leaveLoop(loop);
      return next === "end" ? undefined : signal;
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}

/** Compile `do … while`. */
export function doLoop(context: Context, node: ts.DoStatement): Run {
  const inner: Context = { ...context, inLoop: true, labels: [] };
  const test = condition(inner, node.expression);
  const body = statement(inner, node.statement);
  const rounds = new Rounds(context, node);
  return (frame) => {
    const loop = rounds.enterLoop();
    do {
      rounds.begin(loop);
      const signal = body(frame);
      const next = rounds.after(signal);
      if (next === "on") continue;
      rounds.leaveLoop(loop);
      return next === "end" ? undefined : signal;
    } while (test(frame));
    rounds.leaveLoop(loop);
    return undefined;
  };
}

/** The parts of a `for` with the scope of its variables. */
export interface ForParts {
  readonly scope: Context;
  readonly body: Context;
  /** The frame of the loop's variables before the first round. */
  readonly open: (frame: Frame) => Frame;
  /** The frame of the next round: a copy where closures may keep this round's variables; undefined where all rounds share one. */
  readonly next: ((frame: Frame) => Frame) | undefined;
}

/** Plan the scope of a `for` loop. */
export function forParts(context: Context, node: ts.ForStatement): ForParts {
  const { initializer } = node;
  const declares =
    initializer !== undefined &&
    ts.isVariableDeclarationList(initializer) &&
    (initializer.flags & ts.NodeFlags.BlockScoped) !== 0;
  const keeps = declares && has(node, HAS_CLOSURE);
  const plan = keeps ? new FramePlan(context.scope.plan) : context.scope.plan;
  const scope = new BlockScope(context.scope, plan, false);
  if (declares) hoistList(scope, initializer);
  const inner: Context = { ...context, scope, labels: [], name: undefined };
  return {
    scope: inner,
    body: { ...inner, inLoop: true },
    open: keeps ? (frame) => plan.open(frame) : (frame) => frame,
    next: keeps ? (frame) => new Frame(frame.slots.slice(), frame.parent) : undefined,
  };
}

/** Compile the start of a `for`. */
export function forStart(context: Context, node: ts.ForStatement): Run {
  const { initializer } = node;
  if (initializer === undefined) return () => undefined;
  if (ts.isVariableDeclarationList(initializer)) return variableList(context, initializer);
  const code = expression(context, initializer);
  return (frame) => {
    code(frame);
    return undefined;
  };
}

/** Compile `for (;;)`. */
export function forLoop(context: Context, node: ts.ForStatement): Run {
  const parts = forParts(context, node);
  const start = forStart(parts.scope, node);
  const test = node.condition === undefined ? () => true : condition(parts.body, node.condition);
  const step = node.incrementor === undefined ? () => undefined : expression(parts.body, node.incrementor);
  const body = statement(parts.body, node.statement);
  const rounds = new Rounds(context, node);
  const { open, next: nextFrame } = parts;
  const counts = testOf(test);
  const counter = stepOf(step);
  if (counts !== undefined && counter !== undefined && nextFrame === undefined)
    return countingLoop({ open, start, test: counts, body, step: counter, rounds });
  return (outer) => {
    const loop = rounds.enterLoop();
    let frame = open(outer);
    start(frame);
    if (nextFrame !== undefined) frame = nextFrame(frame);
    while (test(frame)) {
      rounds.begin(loop);
      const signal = body(frame);
      if (signal !== undefined) {
        const next = rounds.after(signal);
        if (next !== "on") {
          rounds.leaveLoop(loop);
          return next === "end" ? undefined : signal;
        }
      }
      if (nextFrame !== undefined) frame = nextFrame(frame);
      step(frame);
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}

/** The scope of a round of `for…of` or `for…in`, with a frame per round. */
export interface EachBlock {
  readonly body: Context;
  readonly open: (frame: Frame) => Frame;
  /** Writes what is declared by `using`; undefined for other variables. */
  readonly keep: Write | undefined;
}

/** Plan the scope of a round of `for…of` or `for…in`. */
export function eachBlock(context: Context, node: ts.ForOfStatement | ts.ForInStatement): EachBlock {
  const { initializer } = node;
  const { context: body, open } = blockAround({ ...context, inLoop: true }, node);
  if (!ts.isVariableDeclarationList(initializer)) return { body, open, keep: undefined };
  hoistList(body.scope, initializer);
  if ((initializer.flags & ts.NodeFlags.BlockScoped) === 0)
    for (const { text } of boundNames(initializer.declarations[0]!.name)) context.scope.find(text);
  return { body, open, keep: resourceKeeper(body, initializer) };
}

/** Compile the write of a round's value. */
function eachWrite(body: Context, { initializer, expression: source }: ts.ForOfStatement | ts.ForInStatement): Write {
  if (!ts.isVariableDeclarationList(initializer)) return writeTo(body, initializer, source);
  const { name } = initializer.declarations[0]!;
  // What a round's variable holds is not computed where the list stands that it comes from.
  return bindingPattern(body, name, ts.isIdentifier(name) ? name : source);
}

/** Compile `for…of`. */
export function forOfLoop(context: Context, node: ts.ForOfStatement): Run {
  if (node.awaitModifier !== undefined || has(node.expression, HAS_AWAIT))
    return unsupported(
      context,
      node.awaitModifier ?? node.expression,
      "unsupported/async",
      "`for await` waits for something outside of the computation",
      "Collect the values first and pass them as an array.",
    );
  const { machine } = context.unit;
  const site = siteOf(context, node.expression);
  const source = headExpression(context, node);
  const textOf = (): string => iterableText(node.expression);
  const { body: inner, open, keep } = eachBlock(context, node);
  const write = keep ?? eachWrite(inner, node);
  const body = statement(inner, node.statement);
  const rounds = new Rounds(context, node);
  return (outer) => {
    const iterable = source(outer);
    machine.site = site;
    const iteration = iterate(machine, iterable, textOf);
    const loop = rounds.enterLoop();
    for (;;) {
      const item = iteration.next();
      if (item === DONE) break;
      rounds.begin(loop);
      const signal = roundOf(iteration, () => {
        const frame = open(outer);
        write(frame, item);
        return body(frame);
      });
      if (signal === undefined) continue;
      const next = rounds.after(signal);
      if (next === "on") continue;
      const { returned, returnedBy } = machine;
      iteration.close();
      machine.returned = returned;
      machine.returnedBy = returnedBy;
      rounds.leaveLoop(loop);
      return next === "end" ? undefined : signal;
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}

/** Run a round; an exception closes the iteration. */
function roundOf(iteration: Iteration, round: () => Signal | undefined): Signal | undefined {
  try {
    return round();
  } catch (error) {
    closeQuietly(iteration);
    throw error;
  }
}

/** Compile `for…in`. */
export function forInLoop(context: Context, node: ts.ForInStatement): Run {
  const { machine } = context.unit;
  const source = headExpression(context, node);
  const { body: inner, open, keep } = eachBlock(context, node);
  const write = keep ?? eachWrite(inner, node);
  const body = statement(inner, node.statement);
  const rounds = new Rounds(context, node);
  return (outer) => {
    const object = source(outer);
    const loop = rounds.enterLoop();
    for (const key of enumerableKeys(machine, object)) {
      machine.pay(1);
      rounds.begin(loop);
      const frame = open(outer);
      write(frame, key);
      const signal = body(frame);
      if (signal === undefined) continue;
      const next = rounds.after(signal);
      if (next === "on") continue;
      rounds.leaveLoop(loop);
      return next === "end" ? undefined : signal;
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}
