/** Loops of generators whose parts can `yield`. */
import { ts } from "../../../parse.ts";
import { enumerableKeys } from "../../builtins/object/keys.ts";
import { closeQuietly, DONE, iterate } from "../../rules/iteration.ts";
import { iterableText } from "../callSite.ts";
import { ForcedReturn, type Context, type Signal, type YieldingRun } from "../context.ts";
import { has, HAS_YIELD } from "../features.ts";
import { siteOf } from "../observe.ts";
import { eachBlock, forParts, forStart, type EachBlock } from "../statements/loops.ts";
import { YieldingRounds } from "../statements/rounds.ts";
import { variables, yieldingStatement } from "./generators.ts";
import { yieldingCondition, yieldingExpression } from "./yielding.ts";
import { withoutYield, yieldingPattern, type YieldingWrite } from "./yieldingPatterns.ts";

/** Compile `while` and `do … while` in a generator. */
export function whileLoop(context: Context, node: ts.WhileStatement | ts.DoStatement): YieldingRun {
  const inner: Context = { ...context, inLoop: true, labels: [] };
  const test = yieldingCondition(inner, node.expression);
  const body = yieldingStatement(inner, node.statement);
  const rounds = new YieldingRounds(context, node);
  const testsFirst = ts.isWhileStatement(node);
  return function* (frame) {
    const loop = rounds.enterLoop();
    let left: Signal | undefined;
    for (let isFirst = true; (isFirst && !testsFirst) || (yield* test(frame)); isFirst = false) {
      rounds.begin(loop);
      const signal = yield* body(frame);
      const next = rounds.after(signal);
      if (next === "on") continue;
      if (next === "out") left = signal;
      break;
    }
    rounds.leaveLoop(loop);
    return left;
  };
}

/** Compile `for (;;)` in a generator. */
export function forLoop(context: Context, node: ts.ForStatement): YieldingRun {
  const parts = forParts(context, node);
  const { initializer } = node;
  const start =
    initializer !== undefined && ts.isVariableDeclarationList(initializer) && has(initializer, HAS_YIELD)
      ? variables(parts.scope, initializer)
      : undefined;
  const plainStart = start === undefined ? forStart(parts.scope, node) : undefined;
  const test = node.condition === undefined ? undefined : yieldingCondition(parts.body, node.condition);
  const step = node.incrementor === undefined ? undefined : yieldingExpression(parts.body, node.incrementor);
  const body = yieldingStatement(parts.body, node.statement);
  const rounds = new YieldingRounds(context, node);
  return function* (outer) {
    let frame = parts.open(outer);
    if (start !== undefined) yield* start(frame);
    else plainStart?.(frame);
    frame = parts.next?.(frame) ?? frame;
    const loop = rounds.enterLoop();
    let left: Signal | undefined;
    while (test === undefined || (yield* test(frame))) {
      rounds.begin(loop);
      const signal = yield* body(frame);
      const next = rounds.after(signal);
      if (next !== "on") {
        if (next === "out") left = signal;
        break;
      }
      frame = parts.next?.(frame) ?? frame;
      if (step !== undefined) yield* step(frame);
    }
    rounds.leaveLoop(loop);
    return left;
  };
}

/** Compile `for…of` in a generator. */
export function forOfLoop(context: Context, node: ts.ForOfStatement): YieldingRun {
  const { machine } = context.unit;
  const site = siteOf(context, node.expression);
  const source = yieldingExpression(context, node.expression);
  const { body: inner, open, write } = yieldingEach(context, node);
  const body = yieldingStatement(inner, node.statement);
  const rounds = new YieldingRounds(context, node);
  return function* (outer) {
    const iterable = yield* source(outer);
    machine.site = site;
    const iteration = iterate(machine, iterable, () => iterableText(node.expression));
    const loop = rounds.enterLoop();
    for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
      rounds.begin(loop);
      let signal: Signal | undefined;
      try {
        const frame = open(outer);
        yield* write(frame, item);
        signal = yield* body(frame);
      } catch (error) {
        if (error instanceof ForcedReturn) iteration.close();
        else closeQuietly(iteration);
        throw error;
      }
      const next = rounds.after(signal);
      if (next === "on") continue;
      const { returned } = machine;
      iteration.close();
      machine.returned = returned;
      rounds.leaveLoop(loop);
      return next === "end" ? undefined : signal;
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}

/** The scope of a round of `for…of` or `for…in`, and the write of its value, whose pattern may `yield`. */
function yieldingEach(
  context: Context,
  node: ts.ForOfStatement | ts.ForInStatement,
): Pick<EachBlock, "body" | "open"> & { readonly write: YieldingWrite } {
  const { initializer } = node;
  const { body, open, keep } = eachBlock(context, node);
  if (keep !== undefined) return { body, open, write: withoutYield(keep) };
  const declares = ts.isVariableDeclarationList(initializer);
  const target = declares ? initializer.declarations[0]!.name : initializer;
  return { body, open, write: yieldingPattern(body, target, node.expression, declares) };
}

/** Compile `for…in` in a generator. */
export function forInLoop(context: Context, node: ts.ForInStatement): YieldingRun {
  const source = yieldingExpression(context, node.expression);
  const { body: inner, open, write } = yieldingEach(context, node);
  const body = yieldingStatement(inner, node.statement);
  const rounds = new YieldingRounds(context, node);
  return function* (outer) {
    const keys = enumerableKeys(context.unit.machine, yield* source(outer));
    const loop = rounds.enterLoop();
    let left: Signal | undefined;
    for (const key of keys) {
      rounds.begin(loop);
      const frame = open(outer);
      yield* write(frame, key);
      const signal = yield* body(frame);
      const next = rounds.after(signal);
      if (next === "on") continue;
      if (next === "out") left = signal;
      break;
    }
    rounds.leaveLoop(loop);
    return left;
  };
}
