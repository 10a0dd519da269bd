/** A picture before it is drawn: which room its labels have, how large they are, and where everything stands. */
import type { ViewModel, ViewNodeId } from "../../../view/model.ts";
import type { Size } from "../../../view/picture/layout/fit.ts";
import { layOut, type Layout } from "../../../view/picture/layout/layout.ts";
import type { Manner } from "../../../view/picture/layout/manner.ts";
import { boxSize, spacingOf } from "../../../view/picture/layout/spacing.ts";
import { labelSizes, type LabelSizes } from "./labelSizes.ts";
import { widened, type Widths } from "./reserve.ts";

/** How a picture is to be drawn. */
export interface DrawingOptions extends Manner {
  /** How many characters every label has room for. */
  readonly widths: Widths;
  /** The editor's font. */
  readonly fontFamily: string;
}

/** What a drawing is made of. */
export interface Prepared {
  readonly options: DrawingOptions;
  readonly labels: LabelSizes;
  /** The sizes of nodes. */
  readonly boxes: ReadonlyMap<ViewNodeId, Size>;
  readonly layout: Layout;
}

/** Measure a model's picture and lay it out; `before` are the places across the graph, by names, in the picture of the same function that is there. */
export function prepare(model: ViewModel, options: DrawingOptions, before: ReadonlyMap<string, number>): Prepared {
  const labels = labelSizes(widened(model, options), options);
  const spacing = spacingOf(options);
  const boxes = new Map(model.nodes.map((node) => [node.id, boxSize(node, labels.nodes.get(node.id)!, spacing)]));
  const places = model.nodes.flatMap(({ id, name }): [ViewNodeId, number][] => {
    const place = before.get(name);
    return place === undefined ? [] : [[id, place]];
  });
  const sizes = { nodes: boxes, labels: labels.edges };
  return { options, labels, boxes, layout: layOut(model, sizes, options, new Map(places)) };
}
