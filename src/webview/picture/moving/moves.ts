/** Where an arrow key leads in the graph. */
import type { EdgeView, ViewEdgeId, ViewModel, ViewNodeId } from "../../../view/model.ts";
import type { Direction } from "../../../view/picture/layout/manner.ts";

/** A step from node to node. */
export type Move = "user" | "operand" | "before" | "after" | "first" | "last";

/** Return the move of a key; which arrow leads on follows the direction of the picture. */
export function moveOf(key: string, direction: Direction): Move | undefined {
  const arrows: Readonly<Record<string, Move>> =
    direction === "LR"
      ? { ArrowRight: "user", ArrowLeft: "operand", ArrowUp: "before", ArrowDown: "after" }
      : { ArrowDown: "user", ArrowUp: "operand", ArrowLeft: "before", ArrowRight: "after" };
  if (key === "Home") return "first";
  if (key === "End") return "last";
  return arrows[key];
}

/** Return the node that a move leads to; `crossOf` tells a node's place across the graph. Undefined at the end of the way. */
export function moved(
  model: ViewModel,
  from: ViewNodeId,
  move: Move,
  crossOf: (node: ViewNodeId) => number,
): ViewNodeId | undefined {
  switch (move) {
    case "user":
      return sharesOf(model, from)[0]?.to;
    case "operand":
      return operandsOf(model, from)[0];
    case "before":
    case "after":
      return sibling(model, from, move, crossOf);
    case "first":
      return model.nodes.find((node) => node.kind === "input" || node.kind === "inputs")?.id ?? model.nodes[0]?.id;
    case "last":
      return (model.nodes.find((node) => node.kind === "result") ?? model.nodes.at(-1))?.id;
  }
}

/** Return the edges that leave a node, the one with the largest share first. */
export function sharesOf(model: ViewModel, node: ViewNodeId): { edge: ViewEdgeId; to: ViewNodeId }[] {
  return model.edges
    .filter((edge) => edge.from === node)
    .sort((one, other) => share(model, other) - share(model, one))
    .map((edge) => ({ edge: edge.id, to: edge.to }));
}

function operandsOf(model: ViewModel, node: ViewNodeId): ViewNodeId[] {
  return model.edges
    .filter((edge) => edge.to === node)
    .sort((one, other) => share(model, other) - share(model, one))
    .map((edge) => edge.from);
}

/** What an edge passes on; where that is not one number, its thickness says enough. */
function share(model: ViewModel, edge: EdgeView): number {
  const gradient = model.nodes.find((node) => node.id === edge.to)?.gradient;
  const product = Math.abs(Number(edge.partial.full) * Number(gradient?.full));
  return edge.partial.full === "" || Number.isNaN(product) ? edge.weight : product;
}

/** The next of the nodes that lead to the same users or come from the same operands. */
function sibling(
  model: ViewModel,
  from: ViewNodeId,
  move: "before" | "after",
  crossOf: (node: ViewNodeId) => number,
): ViewNodeId | undefined {
  const users = new Set(model.edges.filter((edge) => edge.from === from).map((edge) => edge.to));
  const operands = new Set(model.edges.filter((edge) => edge.to === from).map((edge) => edge.from));
  const siblings = new Set<ViewNodeId>([from]);
  for (const edge of model.edges) {
    if (users.has(edge.to)) siblings.add(edge.from);
    if (operands.has(edge.from)) siblings.add(edge.to);
  }
  const sorted = [...siblings].sort((one, other) => crossOf(one) - crossOf(other));
  return sorted[sorted.indexOf(from) + (move === "after" ? 1 : -1)];
}
