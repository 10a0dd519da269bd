/** How far a run may go unless somebody says otherwise. */
import type { Budget } from "../language/interpreter/meter.ts";

/** Bounds that a run of a user's function reaches only by mistake; time and memory protect the editor. */
export const defaultBudget: Budget = { steps: 10_000_000, nodes: 2_000_000, time: 1_500, memory: 256 * 1024 * 1024 };

/** Return the budget of a function that a person lets run longer; what it keeps in memory stays as bounded as before. */
export function enlarged(budget: Budget, effort = 1): Budget {
  return { ...budget, steps: budget.steps * effort, time: budget.time * effort };
}
