/** When things are computed. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, it, mock } from "node:test";
import {
  CHECK_REST,
  CURSOR_QUIET,
  CURSOR_REST,
  QUICK_PACE,
  Schedule,
  TYPING_PACE,
  type Urgency,
} from "../../../src/extension/showing/schedule.ts";

let runs: Urgency[];
/** Ends the last run. */
let finish: () => void;
let schedule: Schedule;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  runs = [];
  schedule = new Schedule((_id, urgency) => {
    runs.push(urgency);
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
});
afterEach(() => {
  mock.timers.reset();
});

it("the first edit runs at once, those that follow at a pace, however fast somebody types", () => {
  for (let i = 0; i < 10; i++) {
    schedule.request(1, "edit");
    schedule.request(1, "cursor");
    mock.timers.tick(TYPING_PACE / 5);
  }
  assert.deepEqual(runs, ["edit", "edit", "edit"]);
});

it("edits run the quicker one after the other, the less a picture takes", async () => {
  const next = async (cost: number): Promise<number> => {
    schedule.request(1, "edit");
    mock.timers.tick(cost);
    finish();
    await Promise.resolve();
    const before = runs.length;
    schedule.request(1, "edit");
    let waited = cost;
    for (; runs.length === before; waited++) mock.timers.tick(1);
    finish();
    mock.timers.tick(TYPING_PACE);
    return waited;
  };
  assert.equal(await next(1), QUICK_PACE);
  assert.equal(await next(20), 60);
  assert.equal(await next(100), TYPING_PACE);
});

it("a cursor runs at once after quiet, and then when it has come to rest", () => {
  for (let i = 0; i < 5; i++) {
    schedule.request(1, "cursor");
    mock.timers.tick(CURSOR_REST - 1);
  }
  assert.deepEqual(runs, ["cursor"]);
  mock.timers.tick(1);
  assert.deepEqual(runs, ["cursor", "cursor"]);
  mock.timers.tick(CURSOR_QUIET);
  schedule.request(1, "cursor");
  assert.deepEqual(runs, ["cursor", "cursor", "cursor"]);
});

it("a cursor that moves with an edit waits, however long it has rested before", () => {
  mock.timers.tick(10 * CURSOR_QUIET);
  schedule.request(1, "edit");
  schedule.request(1, "cursor");
  assert.deepEqual(runs, ["edit"]);
  mock.timers.tick(CURSOR_REST);
  assert.deepEqual(runs, ["edit", "cursor"]);
});

it("a check waits until nothing else does, and keeps nothing waiting", () => {
  schedule.request(1, "check");
  schedule.request(1, "edit");
  assert.deepEqual(runs, ["edit"]);
  schedule.request(1, "cursor");
  schedule.request(1, "check");
  mock.timers.tick(CURSOR_REST);
  assert.deepEqual(runs, ["edit", "cursor"]);
  schedule.request(1, "check");
  mock.timers.tick(CHECK_REST);
  assert.deepEqual(runs, ["edit", "cursor", "check"]);
});

it("panels do not wait for each other", () => {
  schedule.request(1, "edit");
  schedule.request(2, "edit");
  assert.deepEqual(runs, ["edit", "edit"]);
});

it("what waits is forgotten with the schedule", () => {
  schedule.request(1, "edit");
  schedule.request(1, "cursor");
  schedule.dispose();
  mock.timers.tick(1_000);
  assert.deepEqual(runs, ["edit"]);
});
