/** What the page keeps over tab switches and reloads: the host's part, and where the person was looking. */
import type { SavedState } from "../../protocol.ts";
import { noWalking, type Walking } from "../descend/walking.ts";
import type { History, Original } from "../inputs/changes.ts";
import { checkChanged, checkKeptState, openState } from "../messages.ts";
import type { KeptView } from "../picture/picture.tsx";
import { blankPage, modelOf, type Page } from "./page.ts";
import { noTools } from "./tools.ts";

/** The kept state. The host reads `state` and `pinned` of it to restore a panel. */
export interface Kept extends SavedState {
  readonly selected: string | undefined;
  readonly view: Page["view"];
  readonly isInputsOpen: boolean;
  readonly originals: Page["originals"];
  readonly history: History;
  readonly walking: Pick<Walking, "isOpen" | "rate" | "steps" | "resting">;
  readonly camera: KeptView | undefined;
  readonly turned: Page["turned"];
}

/** Return what is to be kept of a page; undefined as long as there is nothing to show. */
export function keep(page: Page, camera: KeptView | undefined): Kept | undefined {
  if (page.received === undefined) return undefined;
  const { received: state, isPinned: pinned, selected, view, isInputsOpen, originals, history, turned } = page;
  const { isOpen, rate, steps, resting } = page.tools.walking;
  const walking = { isOpen, rate, steps, resting };
  return { state, pinned, selected, view, isInputsOpen, originals, history, walking, camera, turned };
}

/** Return the page as it was kept, not yet fresh. Whatever is not as expected is left out. */
export function restore(value: unknown): { page: Page; camera: KeptView | undefined } {
  if (typeof value !== "object" || value === null) return { page: blankPage, camera: undefined };
  const kept = value as Readonly<Record<keyof Kept, unknown>>;
  const received = checkKeptState(kept.state);
  const shown = received && openState(received);
  if (shown === undefined) return { page: blankPage, camera: undefined };
  const page: Page = {
    ...blankPage,
    shown,
    received,
    isPinned: kept.pinned === true,
    selected: typeof kept.selected === "string" ? kept.selected : undefined,
    view: kept.view === "table" ? "table" : "graph",
    turned: kept.turned === "LR" || kept.turned === "TB" ? kept.turned : undefined,
    isInputsOpen: kept.isInputsOpen === true,
    changed: modelOf(shown)?.changed ?? {},
    originals: originalsOf(kept.originals),
    history: historyOf(kept.history),
    tools: { ...noTools, walking: walkingOf(kept.walking) },
  };
  return { page, camera: cameraOf(kept.camera) };
}

const SOURCES: readonly unknown[] = ["panel", "at", "default", "call", "assumed"];

function originalsOf(value: unknown): Page["originals"] {
  if (typeof value !== "object" || value === null) return {};
  const good = Object.entries(value as Record<string, unknown>).filter((entry): entry is [string, Original] => {
    const original = entry[1] as Partial<Record<keyof Original, unknown>> | null;
    return typeof original === "object" && typeof original?.value === "string" && SOURCES.includes(original.source);
  });
  return Object.fromEntries(good);
}

function historyOf(value: unknown): History {
  const kept = (typeof value === "object" ? value : undefined) as Partial<Record<keyof History, unknown>> | null;
  const list = (states: unknown): History["past"] =>
    Array.isArray(states) ? states.map(checkChanged).filter((state) => state !== undefined) : [];
  return { past: list(kept?.past), future: list(kept?.future), gesture: undefined };
}

function walkingOf(value: unknown): Walking {
  if (typeof value !== "object" || value === null) return noWalking;
  const { isOpen, rate, steps, resting } = value as Readonly<Record<keyof Walking, unknown>>;
  const isGood = [rate, steps].every((number) => typeof number === "number" && Number.isFinite(number));
  const names = Array.isArray(resting) ? resting.filter((name) => typeof name === "string") : [];
  return {
    ...noWalking,
    isOpen: isOpen === true,
    resting: names,
    ...(isGood ? { rate: Number(rate), steps: Number(steps) } : {}),
  };
}

function cameraOf(value: unknown): KeptView | undefined {
  const camera = value as { view?: Record<string, unknown>; isFitted?: unknown; of?: unknown } | null | undefined;
  if (typeof camera !== "object" || typeof camera?.view !== "object" || typeof camera.of !== "string") return undefined;
  const { x, y, scale } = camera.view;
  if (![x, y, scale].every((each) => typeof each === "number" && Number.isFinite(each)) || Number(scale) <= 0)
    return undefined;
  return {
    view: { x: Number(x), y: Number(y), scale: Number(scale) },
    isFitted: camera.isFitted === true,
    of: camera.of,
  };
}
