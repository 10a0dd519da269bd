/** Which node stays selected when another picture comes. */
import type { NodeView, ViewModel, ViewNodeId } from "../../view/model.ts";

/** Return the node that is selected first: an input that is used, or what comes into a region. */
export function firstNode(model: ViewModel): ViewNodeId | undefined {
  const used = model.inputs.find((input) => model.nodes.some((node) => node.id === input.node));
  return used?.node ?? model.nodes[0]?.id;
}

/** Return the node that stands for a selected one in a later model of the same function. */
export function keptSelection(
  selected: ViewNodeId | undefined,
  before: ViewModel | undefined,
  model: ViewModel,
): ViewNodeId | undefined {
  if (selected === undefined) return undefined;
  const node = before?.nodes.find((each) => each.id === selected);
  const sameId = model.nodes.find((each) => each.id === selected);
  if (sameId !== undefined && (node === undefined || sameId.name === node.name)) return selected;
  const left = leftRegion(before, model);
  if (left !== undefined) return (sameId ?? model.nodes.find(({ enters }) => enters === left))?.id ?? firstNode(model);
  return (node && sameStep(node, model))?.id ?? sameId?.id ?? firstNode(model);
}

/** The step that is called the same, else the one that computes the same, else the one at the same place of the text. */
function sameStep({ name, title, source }: NodeView, { nodes }: ViewModel): NodeView | undefined {
  const formula = formulaOf(title);
  return (
    nodes.find((each) => each.name === name) ??
    nodes.find((each) => each.kind !== "input" && formulaOf(each.title) === formula) ??
    nodes.find(({ source: { file, start, end } }) => {
      return file === source.file && (start === source.start || end === source.end);
    })
  );
}

function formulaOf(title: string): string {
  return title.slice(title.indexOf(" = ") + 1);
}

/** The region that was entered before, and is a node now. */
function leftRegion(before: ViewModel | undefined, model: ViewModel): string | undefined {
  return before?.inside?.[model.inside?.length ?? 0]?.name;
}

/** Return the nodes of a picture whose source encloses an offset most narrowly. */
export function nodesAt(model: ViewModel | undefined, file: string, offset: number): readonly ViewNodeId[] {
  const around = (model?.nodes ?? []).filter(
    ({ source }) => source.file === file && source.start <= offset && offset <= source.end,
  );
  const length = ({ source }: NodeView): number => source.end - source.start;
  const shortest = Math.min(...around.map(length));
  return around.filter((node) => length(node) === shortest).map(({ id }) => id);
}
