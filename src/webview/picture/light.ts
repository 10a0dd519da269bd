/** Which nodes and edges stand out: the lit path of the selection, or what the pointer is on. */
import type { NodeDetails, ViewEdgeId, ViewModel, ViewNodeId } from "../../view/model.ts";
import { litPath, modelOf, selectionOf, type Page } from "../page.ts";
import { sharesOf } from "./moves.ts";

/** What stands out. */
export interface Light {
  readonly selected: ViewNodeId | undefined;
  readonly nodes: ReadonlySet<ViewNodeId>;
  readonly edges: ReadonlySet<ViewEdgeId>;
  readonly marked: ReadonlySet<ViewNodeId>;
}

/** Return what stands out on a page. Pointing wins over the selection's path for as long as it lasts. */
export function lightOf(page: Page): Light {
  const model = modelOf(page.shown);
  const marked = new Set(page.marked);
  if (model === undefined) return { selected: undefined, nodes: new Set(), edges: new Set(), marked };
  const edges = litEdges(page, model);
  const nodes = new Set<ViewNodeId>();
  for (const edge of model.edges) {
    if (edges.has(edge.id)) nodes.add(edge.from).add(edge.to);
  }
  return { selected: page.selected, nodes, edges, marked };
}

function litEdges(page: Page, model: ViewModel): ReadonlySet<ViewEdgeId> {
  const { pointed } = page;
  if (pointed?.kind === "edge") return new Set([pointed.edge]);
  if (pointed?.kind === "node") {
    const touching = model.edges.filter((edge) => edge.from === pointed.node || edge.to === pointed.node);
    return new Set(touching.map((edge) => edge.id));
  }
  const selection = selectionOf(page);
  if (selection === undefined) return new Set();
  return pathEdges(page, model, selection.details) ?? steepestPath(model, selection.node.id);
}

function pathEdges(
  page: Page,
  model: ViewModel,
  details: NodeDetails | undefined,
): ReadonlySet<ViewEdgeId> | undefined {
  if (details === undefined || details.paths.length === 0) return undefined;
  const path = details.paths[litPath(page, details.paths)];
  const known = new Set(model.edges.map((edge) => edge.id));
  return new Set(path?.factors.map((factor) => factor.edge).filter((edge) => known.has(edge)));
}

/** Where paths are too many to be listed: always on along the largest share. */
function steepestPath(model: ViewModel, from: ViewNodeId): ReadonlySet<ViewEdgeId> {
  const edges = new Set<ViewEdgeId>();
  let at: ViewNodeId | undefined = from;
  while (at !== undefined) {
    const next: { edge: ViewEdgeId; to: ViewNodeId } | undefined = sharesOf(model, at)[0];
    if (next !== undefined) edges.add(next.edge);
    at = next?.to;
  }
  return edges;
}
