/** Which nodes and edges stand out: the lit path of the selection, or what the pointer is on. */
import { edgesOf } from "../../../view/details/factors.ts";
import { passState, passSteps, type PassState } from "../../../view/details/passes.ts";
import type { NodeDetails, ViewEdgeId, ViewModel, ViewNodeId } from "../../../view/model.ts";
import { matchesOf } from "../../state/matches.ts";
import {
  explainedPath,
  explanationOf,
  litPath,
  modelOf,
  selectionOf,
  shownPaths,
  type Page,
} from "../../state/page.ts";
import { sharesOf } from "../moving/moves.ts";

/** What stands out. */
export interface Light {
  readonly selected: ViewNodeId | undefined;
  readonly nodes: ReadonlySet<ViewNodeId>;
  readonly edges: ReadonlySet<ViewEdgeId>;
  readonly marked: ReadonlySet<ViewNodeId>;
  /** What the text that is searched for is in. */
  readonly found: ReadonlySet<ViewNodeId>;
  /** The edge whose partial is the reason of an explanation. */
  readonly cause: ViewEdgeId | undefined;
  /** All that is not dimmed, if only some path is to be seen. */
  readonly only: ReadonlySet<string> | undefined;
  /** Where one is in the passes, while one steps through them. */
  readonly pass: PassState | undefined;
}

/** Return what stands out on a page. Pointing at another node wins over the selection's path for as long as it lasts. */
export function lightOf(page: Page): Light {
  const model = modelOf(page.shown);
  const marked = new Set(page.marked);
  const none = { cause: undefined, only: undefined, pass: undefined, found: foundOf(page, model) };
  if (model === undefined) return { ...none, selected: undefined, nodes: new Set(), edges: new Set(), marked };
  const { stepping } = page.tools;
  const pass = stepping === undefined ? undefined : passState(passSteps(model), stepping.at);
  if (pass !== undefined)
    return { ...none, pass, selected: undefined, nodes: pass.now, edges: pass.nowEdges, marked: new Set() };
  const edges = litEdges(page, model);
  const nodes = new Set<ViewNodeId>();
  for (const edge of model.edges) {
    if (edges.has(edge.id)) nodes.add(edge.from).add(edge.to);
  }
  const only = page.tools.isOnlyPath && page.selected !== undefined ? between(model, page.selected) : undefined;
  const cause = explanationOf(page)?.cause ?? undefined;
  return { ...none, selected: page.selected, nodes, edges, marked, cause, only };
}

function foundOf({ tools }: Page, model: ViewModel | undefined): ReadonlySet<ViewNodeId> {
  if (tools.find === undefined || model === undefined) return new Set();
  const matches = matchesOf(model, tools.find, tools.replies.found);
  return new Set(matches?.all.flatMap(({ node }) => node ?? []));
}

function litEdges(page: Page, model: ViewModel): ReadonlySet<ViewEdgeId> {
  const { pointed } = page;
  if (pointed?.kind === "edge") return new Set([pointed.edge]);
  if (pointed?.kind === "node" && pointed.node !== page.selected) {
    const touching = model.edges.filter((edge) => edge.from === pointed.node || edge.to === pointed.node);
    return new Set(touching.map((edge) => edge.id));
  }
  if (pointed?.kind === "nodes") {
    const touching = model.edges.filter((edge) => pointed.nodes.includes(edge.from) || pointed.nodes.includes(edge.to));
    return new Set(touching.map((edge) => edge.id));
  }
  const explained = explanationOf(page)?.path;
  const selection = selectionOf(page);
  if (explained != null && !isOneOfListed(page, selection?.details)) return new Set(edgesOf(explained));
  if (selection === undefined) return new Set();
  return pathEdges(page, model, selection.details) ?? steepestPath(model, selection.node.id);
}

function pathEdges(
  page: Page,
  model: ViewModel,
  details: NodeDetails | undefined,
): ReadonlySet<ViewEdgeId> | undefined {
  if (details === undefined || details.paths.length === 0) return undefined;
  const paths = shownPaths(page, details);
  const path = paths[litPath(page, paths)];
  const known = new Set(model.edges.map((edge) => edge.id));
  return new Set(path && edgesOf(path).filter((edge) => known.has(edge)));
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

/** Whether the explained path is lit as one of the rows, of which a person may choose another. */
function isOneOfListed(page: Page, details: NodeDetails | undefined): boolean {
  return details !== undefined && explainedPath(page, shownPaths(page, details)) !== undefined;
}

/** The nodes and edges on the ways from a node to the result. */
function between(model: ViewModel, from: ViewNodeId): ReadonlySet<string> {
  const kept = new Set<string>([from]);
  // Edges stand in the order of the steps, so that one walk finds every way.
  for (const node of model.nodes) {
    for (const edge of model.edges) {
      if (edge.from !== node.id || !kept.has(node.id)) continue;
      kept.add(edge.id).add(edge.to);
    }
  }
  return kept;
}
