/** Labels whose sizes the page knows already: our bundle of Mermaid takes them as they are, instead of having the page laid out once for every label. */
import type { Size } from "../../view/picture/layout/fit.ts";

/** A container that a picture is drawn into, and the sizes of its labels by the ids of nodes and edges. */
const containers = new WeakMap<Element, ReadonlyMap<string, Size>>();

/** Make the sizes of the labels known that will be drawn into a container. */
export function knowLabels(container: Element, sizes: ReadonlyMap<string, Size>): void {
  containers.set(container, sizes);
}

/** Return the sizes that are known where an element is drawn; undefined where Mermaid is to measure. */
export function knownSizes(element: Element): ReadonlyMap<string, Size> | undefined {
  const container = element.closest("[data-keeps-picture]");
  return container === null ? undefined : containers.get(container);
}

/** Put an empty label of a known size into its group, its middle in the group's middle. */
export function placeLabel(group: Element, { width, height }: Size): void {
  const foreign = document.createElementNS("http://www.w3.org/2000/svg", "foreignObject");
  foreign.setAttribute("width", String(width));
  foreign.setAttribute("height", String(height));
  foreign.append(document.createElement("div"));
  group.setAttribute("transform", `translate(${-width / 2},${-height / 2})`);
  group.append(foreign);
}
