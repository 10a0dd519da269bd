/** Lets nodes and edges of the drawing stand out. */
import type { Drawing } from "../drawing/drawing.ts";
import { setAttribute } from "../drawing/shapes.ts";
import type { Light } from "./light.ts";
import { shinePass } from "./passLight.ts";

/** Put the light on a drawing. */
export function shine(drawing: Drawing, light: Light): void {
  for (const [id, { group }] of drawing.nodes) {
    const isSelected = id === light.selected;
    group.classList.toggle("sel", isSelected);
    group.classList.toggle("lit", light.nodes.has(id));
    group.classList.toggle("marked", light.marked.has(id));
    group.classList.toggle("found", light.found.has(id));
    setAttribute(group, "aria-current", String(isSelected));
    group.classList.toggle("dimmed", light.only?.has(id) === false);
    shinePass(group, id, light.pass);
  }
  for (const [id, edge] of drawing.edges) {
    edge.path.classList.toggle("lit", light.edges.has(id));
    edge.label?.classList.toggle("lit", light.edges.has(id));
    edge.label?.classList.toggle("cause", id === light.cause);
    for (const part of [edge.path, edge.label]) part?.classList.toggle("dimmed", light.only?.has(id) === false);
    const isPassed = light.pass?.passed.has(id) === true;
    edge.path.classList.toggle("passed", isPassed);
    for (const part of [edge.path, edge.label]) part?.classList.toggle("forward", light.pass?.pass === "forward");
    edge.label?.classList.toggle("unknown", light.pass?.partials.has(id) === false);
  }
}
