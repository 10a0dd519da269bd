/** What the pointer and the focus do in the picture. */
import type { ViewModel, ViewNodeId } from "../../../view/model.ts";
import { isStepsKey } from "../../../view/picture/parts/steps.ts";
import type { Actions } from "../../actions/actions.ts";
import type { Page } from "../../state/page.ts";

/** What gestures and keys in the picture work with. */
export interface Around {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** Return the handlers of the picture's events. */
export function pointerEvents({ page, model, actions }: Around) {
  return {
    onClick: (event: Event): void => {
      const node = nodeAt(event);
      if (node !== undefined) actions.select(node);
      else if (event.target instanceof Element && event.target.closest(".edgeLabel, path") === null)
        actions.select(undefined);
    },
    onDblClick: (event: Event): void => {
      const node = model.nodes.find((each) => each.id === nodeAt(event));
      if (node?.enters != null) actions.enter(node.id);
      else if (node?.unfolds != null && !isStepsKey(node.unfolds)) actions.toggleFold(node.id);
      else if (node !== undefined) actions.open(node.source);
    },
    onPointerOver: (event: Event): void => {
      const node = nodeAt(event);
      const edge = edgeAt(event);
      if (node !== undefined) actions.point({ kind: "node", node });
      else if (edge !== undefined) actions.point({ kind: "edge", edge });
      else if (page.pointed !== undefined) actions.point(undefined);
    },
    onPointerLeave: (): void => {
      actions.point(undefined);
    },
    onFocusIn: (event: FocusEvent): void => {
      const node = nodeAt(event);
      if (node !== undefined && event.target instanceof Element && event.target.matches(":focus-visible")) {
        actions.point({ kind: "node", node });
      }
    },
    onFocusOut: (): void => {
      actions.point(undefined);
    },
  };
}

/** Return the node that an event is about. */
export function nodeAt(event: Event): ViewNodeId | undefined {
  const group = event.target instanceof Element ? event.target.closest<SVGGElement>("g.node") : null;
  return group?.dataset["node"];
}

function edgeAt(event: Event): string | undefined {
  const part = event.target instanceof Element ? event.target.closest<SVGElement>("[data-id]") : null;
  return part?.dataset["id"];
}
