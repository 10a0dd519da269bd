import { current, freeze, isDraft, original, produce } from "immer";

const start = () => ({ list: [1, 2, 3], nested: { deep: { x: 1 } }, kept: { y: 2 } });

export function drafts() {
  const before = start();
  const after = produce(before, (draft) => {
    draft.list.push(4);
    draft.nested.deep.x += 1;
    delete draft.list[0];
    draft.seen = [isDraft(draft.nested), original(draft.nested) === before.nested, current(draft.list).length];
  });
  return [before, after, after.kept === before.kept, after.list === before.list, Object.isFrozen(after), produce(before, () => undefined) === before];
}

export function refusal() {
  const frozen = freeze(produce({ x: 1 }, (draft) => void (draft.x = 2)), true);
  frozen.x = 3;
}

/** @at x = 1.3, y = 0.4 @tolerance 1e-10 */
export function updated(x, y) {
  const state = produce({ position: { x: 0 }, weights: [0, 0] }, (draft) => {
    draft.position.x = Math.sin(x);
    draft.weights[1] = x * y;
    draft.weights.push(draft.position.x * y);
  });
  return state.weights.reduce((sum, weight) => sum + weight ** 2, state.position.x);
}
