/** Which folding a picture begins with: the first that can be read in the room that there is. */
import type { NodeId } from "../../../autodiff/tape.ts";
import type { Size } from "../layout/fit.ts";
import { READABLE } from "../layout/manner.ts";
import { clarityOf, COMFORTABLE, sketchOf, type Sketched } from "../sketch.ts";
import { inputBundles } from "./bundles.ts";
import { foldings, inputArrays, UNFOLDED, type Folding } from "./folding.ts";
import { firstSingle, outputsOf, owners, planOf, standingIn, type Plan, type Start } from "./plan.ts";

/** Each try costs a walk over the tape; of more, those that fold most are tried. */
const MOST_TRIES = 8;
/** Where none can be read with ease, more is folded only if the picture is so much larger then. */
const GAIN = 1.15;
/** Inputs beside each other are not looked at as one node where that spares less than this part of all nodes. */
const WORTHWHILE = 1 / 8;

/** A division while it is looked for. */
interface Division {
  readonly plan: Plan;
  readonly owner: Int32Array;
  /** How well its picture can be seen. Found out when it is asked for: a function with nothing to fold has no choice. */
  readonly clarity: () => number;
}

/** Take the first folding that can be read with ease in the room that there is; where none can be read at all, inputs that stand beside each other for one statement become one node, too. */
export function chooseByRule(
  start: Start,
  inputs: ReadonlySet<NodeId>,
  output: NodeId | undefined,
  room: Size,
): Division {
  const { trace, stands } = start;
  const arrays = inputArrays(trace, inputs);
  const clarity = (plan: Plan, owner: Int32Array): number =>
    clarityOf(sketchOf(trace, owner, plan.reach.needed, kindsIn(plan, owner, inputs, output)), room);
  const among = (ways: readonly Folding["arrays"][], best?: Division): Division =>
    choose(start, foldings(trace, stands, inputs, ways), clarity, best);
  const simple = among(arrays.size === 0 ? [arrays] : [UNFOLDED.arrays, arrays]);
  const isWhole = firstSingle(simple.plan) === 0;
  if (!isWhole && simple.clarity() >= READABLE) return simple;
  const single = isWhole ? simple.owner : owners(planOf(start, UNFOLDED));
  const bundles = inputBundles(trace, single, (node) => stands[node] === 1 && !arrays.has(node));
  const spared = bundles.size - new Set(bundles.values()).size;
  const isWorthwhile = spared > 0 && spared >= WORTHWHILE * standingIn(start);
  if (!isWorthwhile || simple.clarity() >= READABLE) return simple;
  return among([new Map([...bundles, ...arrays])], simple);
}

/** Return the first folding that can be read with ease, or else one that is clearly better than those before it. */
function choose(
  start: Start,
  candidates: readonly Folding[],
  clarityIn: (plan: Plan, owner: Int32Array) => number,
  before: Division | undefined,
): Division {
  let best = before;
  for (const folding of candidates.slice(-MOST_TRIES)) {
    if (best !== undefined && best.clarity() >= COMFORTABLE) break;
    const plan = planOf(start, folding);
    const owner = owners(plan);
    const next = { plan, owner, clarity: once(() => clarityIn(plan, owner)) };
    if (best === undefined || next.clarity() >= COMFORTABLE || next.clarity() > best.clarity() * GAIN) best = next;
  }
  return best!;
}

/** Say what the parts of a plan will be drawn as. */
function kindsIn(
  plan: Plan,
  owner: Int32Array,
  inputs: ReadonlySet<NodeId>,
  output: NodeId | undefined,
): (part: number, last: NodeId) => Sketched {
  const result = output === undefined ? -1 : owner[output]!;
  const isRange = outputsOf(plan, owner).map(({ length }) => length > 1);
  return (part, last) => {
    const isFolded = part < firstSingle(plan);
    const isArray = isFolded && part >= plan.groups.length;
    const single = inputs.has(last) ? "input" : "step";
    const kind = part === result ? "result" : isArray ? "inputs" : isFolded ? "group" : single;
    return { kind, isRange: isRange[part] ?? false };
  };
}

/** Compute a number at most once. */
function once(compute: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= compute());
}
