/** The result at other inputs: the trace is replayed where everything comes out as it did, and the function run again where something turns. */
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { replay } from "../../autodiff/replay.ts";
import { backward } from "../../autodiff/sweep.ts";
import { Tape, type NodeId } from "../../autodiff/tape.ts";
import type { Input, Output, Trace } from "../../language/trace.ts";
import type { RunAt } from "../check.ts";

/** Steps that a run costs beside its own: reading the text and finding the inputs. */
const OF_A_RUN = 1_000;
/** How many steps are replayed in the time of one that is run. */
const REPLAY_PACE = 8;

/** A run is given up when it costs so many times what the function's own has cost, unless that is still a small part of what all samples may cost. */
const DEAREST = 4;
const SMALL_PART = 1 / 40;

/** Before so many samples their average cost says nothing. */
const FEW = 4;

/** What is known of the function at one point. */
export interface Sample {
  readonly value: number;
  /** The gradient by the inputs that move, in their order. */
  readonly gradient: readonly number[];
  /** Equal for two points between which no comparison and no choice is another one. */
  readonly signature: number;
}

/** An input that can move. */
export type Movable = Input & { readonly value: number; readonly node: NodeId };

/** Return the input of a name if it is a number that is differentiated by. */
export function movable(trace: Trace, name: string): Movable | undefined {
  const input = trace.inputs.find((each) => each.name === name);
  if (typeof input?.value !== "number" || !Number.isFinite(input.value) || input.node === undefined) return undefined;
  return input as Movable;
}

/** What samples are taken with. */
export interface SamplerOptions {
  readonly trace: Trace;
  readonly output: Output;
  /** The inputs that move. */
  readonly inputs: readonly Movable[];
  readonly runAt: RunAt;
  /** Steps that all samples together may cost. */
  readonly steps: number;
}

/** Takes samples of one output, and counts what they cost. */
export class Sampler {
  private readonly options: SamplerOptions;
  private readonly key: string;
  private readonly into = new Tape();
  private readonly cheap: number;
  private gradients = new Float64Array(0);
  private spent = 0;
  private count = 0;
  /** Whether a replay has been held against a run; undefined until then. */
  private isTrusted: boolean | undefined;

  constructor(options: SamplerOptions) {
    this.options = options;
    this.key = options.output.path.join(".");
    const { tape, decisions } = options.trace;
    this.cheap = (tape.length + decisions.length) / REPLAY_PACE;
    if (!decisions.isComplete) this.isTrusted = false;
  }

  /** Whether so many more samples can be paid for, if they cost what the ones before did. */
  affords(samples: number): boolean {
    const expected = this.isTrusted === false ? this.costOfRun : this.cheap;
    // The first samples pay for the run that proves the replay, too.
    const each = this.count < FEW ? expected : this.spent / this.count;
    return this.spent + samples * each <= this.options.steps;
  }

  /** Whether samples have cost far more than they may; from then on none is taken. */
  get isOverspent(): boolean {
    return this.spent > 2 * this.options.steps;
  }

  /** The sample where the trace itself was taken. */
  here(): Sample {
    const { trace, output } = this.options;
    return this.sampleOf(trace, trace.tape, output);
  }

  /** The sample with the inputs at these values. */
  at(values: readonly number[]): Sample {
    if (this.isOverspent) return this.unknown();
    this.count++;
    const replayed = this.isTrusted === false ? undefined : this.replayed(values);
    return replayed ?? this.ran(values);
  }

  private get costOfRun(): number {
    return costOf(this.options.trace);
  }

  private replayed(values: readonly number[]): Sample | undefined {
    const { trace, inputs, output } = this.options;
    this.spent += this.cheap;
    const tape = replay(trace.tape, new Map(inputs.map(({ node }, index) => [node, values[index]!])), this.into);
    if (!trace.decisions.agree(trace.tape, tape)) return undefined;
    const value = output.node === undefined ? output.value : tape.value[output.node]!;
    const sample = this.sampleOf(trace, tape, { ...output, value });
    // What the text computes from these inputs before the call, such as another argument, is not on the tape.
    this.isTrusted ??= isSame(sample, this.ran(values));
    return this.isTrusted ? sample : undefined;
  }

  private ran(values: readonly number[]): Sample {
    const { inputs, runAt } = this.options;
    const most = Math.max(DEAREST * this.options.trace.steps, SMALL_PART * this.options.steps);
    const trace = runAt(Object.fromEntries(inputs.map(({ name }, index) => [name, literal(values[index]!)])), most);
    // Elsewhere a loop may have many more rounds.
    this.spent += trace === undefined ? this.costOfRun : costOf(trace);
    const output = trace?.outputs.find(({ path }) => path.join(".") === this.key);
    return trace === undefined || output === undefined ? this.unknown() : this.sampleOf(trace, trace.tape, output);
  }

  private unknown(): Sample {
    return { value: NaN, gradient: this.options.inputs.map(() => NaN), signature: 0 };
  }

  private sampleOf(trace: Trace, tape: Tape, { node, value }: Output): Sample {
    if (this.gradients.length < tape.length) this.gradients = new Float64Array(tape.length);
    const gradients = node === undefined ? undefined : backward(tape, node, this.gradients);
    const gradient = this.options.inputs.map(({ name }) => {
      const input = trace.inputs.find((each) => each.name === name)?.node;
      return input === undefined ? 0 : (gradients?.[input] ?? 0);
    });
    return { value, gradient, signature: signatureOf(trace, tape) };
  }
}

function costOf({ steps }: Trace): number {
  return steps + OF_A_RUN;
}

function isSame(one: Sample, other: Sample): boolean {
  return (
    Object.is(one.value, other.value) &&
    one.signature === other.signature &&
    one.gradient.every((slope, index) => Object.is(slope, other.gradient[index]))
  );
}

/** A number as a TypeScript literal. */
function literal(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const isBent = OPERATIONS.map((row) => row.kink !== undefined);
const isCut = OPERATIONS.map((row) => row.cuts);

/** A number that stands for the steps that were taken, what was decided, the sides of kinks that were chosen, and what was cut off. */
function signatureOf({ decisions }: Trace, tape: Tape): number {
  const { length, op, da, db, value } = tape;
  let hash = 0x811c9dc5;
  const add = (number: number): void => {
    hash = Math.imul(hash ^ number, 0x01000193);
  };
  for (let node = 0; node < length; node++) {
    const code = op[node]!;
    add(code);
    if (isBent[code]) {
      add(Math.sign(da[node]!));
      add(Math.sign(db[node]!));
    }
    if (isCut[code]) add(Math.trunc(value[node]!));
  }
  for (let index = 0; index < decisions.length; index++) add(Math.trunc(decisions.outcome(index, tape)));
  return hash;
}
