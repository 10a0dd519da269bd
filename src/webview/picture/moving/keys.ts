/** What keys do in the picture: along the edges, with a node, with the view of all. */
import type { ViewNodeId } from "../../../view/model.ts";
import type { Actions } from "../../actions/actions.ts";
import { toolKey } from "../../actions/toolKeys.ts";
import type { Page } from "../../state/page.ts";
import { ZOOM_STEP } from "../camera.ts";
import type { Canvas } from "../canvas.ts";
import { moved, moveOf } from "./moves.ts";
import { nodeAt, type Around } from "./pointing.ts";

/** Do what a key means in the picture. */
export function graphKeys(event: KeyboardEvent, canvas: Canvas, { page, model, actions }: Around): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = nodeAt(event);
  const isStep = page.tools.stepping !== undefined;
  if (isStep && stepKey(event.key, page, actions)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const move = isStep && event.key.startsWith("Arrow") ? undefined : moveOf(event.key, canvas.direction);
  if (node !== undefined && move !== undefined) {
    const to = moved(model, node, move, (each) => canvas.crossOf(each));
    if (to !== undefined) canvas.focus(to);
  } else if (!nodeKey(event.key, node, { page, model, actions }) && !graphKey(event.key, canvas, page, actions)) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function nodeKey(key: string, node: ViewNodeId | undefined, { page, model, actions }: Around): boolean {
  const source = model.nodes.find((each) => each.id === node)?.source;
  if (node === undefined || source === undefined) return false;
  const view = model.nodes.find((each) => each.id === node);
  if (key === "Enter") actions.open(source);
  else if (key === " ") actions.select(page.selected === node ? undefined : node);
  else if (key === "e" || key === "E") actions.explain(page.tools.explaining === node ? undefined : node);
  else if (key === "f" || key === "F") actions.showOnly(node);
  else if (key === "u") actions.toggleFold(node);
  else if (key === "U") actions.foldAround(node);
  else if (key === "i" || key === "I") actions.enter(node);
  else if (key === "c" || key === "C") actions.copy(view?.value.full ?? "");
  else return false;
  return true;
}

function graphKey(key: string, canvas: Canvas, page: Page, actions: Actions): boolean {
  switch (key) {
    case "+":
    case "=":
      canvas.camera.zoomBy(ZOOM_STEP);
      return true;
    case "-":
    case "−":
      canvas.camera.zoomBy(1 / ZOOM_STEP);
      return true;
    case "0":
      canvas.fit();
      return true;
    case "t":
    case "T":
      actions.setView("table");
      return true;
    case "d":
    case "D":
      actions.turn(canvas.direction);
      return true;
    case "p":
    case "P":
      actions.togglePin();
      return true;
    case "/":
      actions.find("");
      return true;
    case "?":
      actions.toggleHelp();
      return true;
    case "Escape":
      // What is open is closed first, by the panel.
      if (page.selected === undefined || isToolOpen(page)) return false;
      actions.select(undefined);
      return true;
    default:
      return toolKey(key, page, actions);
  }
}

/** Space plays and pauses; arrows are the panel's. */
function stepKey(key: string, { tools }: Page, actions: Actions): boolean {
  if (key !== " " || tools.stepping === undefined) return false;
  actions.step({ ...tools.stepping, isPlaying: !tools.stepping.isPlaying });
  return true;
}

function isToolOpen({ tools }: Page): boolean {
  return (
    tools.isHelpOpen ||
    tools.find !== undefined ||
    tools.explaining !== undefined ||
    tools.matrix !== undefined ||
    tools.isOnlyPath ||
    tools.stepping !== undefined
  );
}
