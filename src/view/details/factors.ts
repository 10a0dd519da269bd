/** A path's edges as the factors of its product. */
import type { EdgeView, Factor, PathView, ViewEdgeId, ViewModel } from "../model.ts";
import { numberText } from "../number.ts";

/** What tells what the edges of a path are. */
export type Drawn = Pick<ViewModel, "nodes" | "edges">;

/** Return the edges of a path in its order. */
export function edgesOf({ edges }: Pick<PathView, "edges">): ViewEdgeId[] {
  return edges === "" ? [] : edges.split(" ");
}

/** Return the factors of a path in its order; edges that the model does not have are left out. */
export function factorsOf({ nodes, edges }: Drawn, path: Pick<PathView, "edges">): Factor[] {
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const nameById = new Map(nodes.map(({ id, name }) => [id, name]));
  return edgesOf(path).flatMap((id) => {
    const edge = edgeById.get(id);
    if (edge === undefined) return [];
    const value = edge.partial.full === "" ? numberText(NaN) : edge.partial;
    const formula = tellingFormula(edge);
    return [{ edge: id, of: nameById.get(edge.to) ?? "", by: nameById.get(edge.from) ?? "", value, formula }];
  });
}

/** Return the formula of an edge's partial; empty where that is its number. */
export function tellingFormula({ formula, partial }: Pick<EdgeView, "formula" | "partial">): string {
  return formula === partial.short || /^−?[\d.]+(?:e[+-]?\d+)?$/u.test(formula) ? "" : formula;
}
