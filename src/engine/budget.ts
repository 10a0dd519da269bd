/** How far a run may go unless somebody says otherwise. */
import type { Budget } from "../language/interpreter/machine.ts";

/** Bounds that a run of a user's function reaches only by mistake; time and memory protect the editor. */
export const defaultBudget: Budget = { steps: 10_000_000, nodes: 2_000_000, time: 1_500, memory: 256 * 1024 * 1024 };
