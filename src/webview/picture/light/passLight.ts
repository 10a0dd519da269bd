/** How a node looks while one steps through the passes. */
import type { PassState } from "../../../view/details/passes.ts";
import type { ViewNodeId } from "../../../view/model.ts";

/** Mark what a node is in a pass: what is not computed yet is not shown. Without a pass, take the marks away. */
export function shinePass(group: SVGGElement, id: ViewNodeId, pass: PassState | undefined): void {
  group.classList.toggle("now", pass?.now.has(id) === true);
  group.classList.toggle("novalue", pass?.values.has(id) === false);
  group.classList.toggle("nogradient", pass?.gradients.has(id) === false);
  group.classList.toggle("forward", pass?.pass === "forward");
  group.classList.toggle("done", pass?.gradients.has(id) === true && !pass.now.has(id));
}
