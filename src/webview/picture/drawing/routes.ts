/** The way of every edge: out of the middle of a node's side, straight through its label, into the middle of the next side. */
import {
  along,
  pathPoint,
  pointAt,
  sizeAlong,
  type Box,
  type NodeBox,
  type Place,
  type Point,
} from "../../../view/picture/layout/geometry.ts";
import type { Direction } from "../../../view/picture/layout/manner.ts";

/** An edge as the layout placed it. */
export interface LaidEdge {
  readonly id: string;
  readonly from: NodeBox;
  readonly to: NodeBox;
  /** The layout's points between the two ends. */
  readonly bends: readonly Point[];
  readonly label: Box | undefined;
}

/** Where an edge runs and where its label lies on it. */
export interface Route {
  readonly path: string;
  readonly label: Point | undefined;
  /** Points of the line: the middles of its pieces, the longest piece first. */
  readonly middles: readonly Point[];
}

/** Space between the ends of edges on one side of a node. */
const PORT_GAP = 24;
/** Ends keep this far from a side's corners. */
const CORNER = 8;
/** The arrowhead's length: the line ends this far before the node. */
export const ARROW = 7;
/** The shortest straight piece before and behind a label. */
const STUB = 8;

/** Return the route of every edge by its id. */
export function routeEdges(edges: readonly LaidEdge[], direction: Direction): Map<string, Route> {
  const tracks = edges.map((edge) => trackOf(edge, direction));
  const starts = ports(
    tracks,
    (track) => track.edge.from,
    (track) => track.stops[0]?.from ?? center(track.edge.to, direction),
    direction,
  );
  const ends = ports(
    tracks,
    (track) => track.edge.to,
    (track) => track.stops.at(-1)?.to ?? center(track.edge.from, direction),
    direction,
  );
  const routes = new Map<string, Route>();
  for (const track of tracks) {
    const start = sidePlace(track.edge.from, starts.get(track) ?? 0, "out", direction);
    const side = sidePlace(track.edge.to, ends.get(track) ?? 0, "in", direction);
    // Sheets stand above a node, so that they hide what arrives there.
    const before = ARROW + (direction === "TB" ? track.edge.to.above : 0);
    routes.set(track.edge.id, route(track, start, { ...side, main: side.main - before }, direction));
  }
  return routes;
}

/** A straight piece that the edge must run through: a label's width, or a single bend. */
interface Stop {
  readonly from: Place;
  readonly to: Place;
  readonly isLabel: boolean;
}

interface Track {
  readonly edge: LaidEdge;
  readonly stops: readonly Stop[];
}

function trackOf(edge: LaidEdge, direction: Direction): Track {
  const label = edge.label === undefined ? undefined : along(edge.label, direction);
  const half = edge.label === undefined ? 0 : sizeAlong(edge.label, direction).main / 2;
  const stops: Stop[] = edge.bends
    .map((bend) => along(bend, direction))
    .filter((bend) => label === undefined || Math.abs(bend.main - label.main) > half + STUB)
    .map((bend) => ({ from: bend, to: bend, isLabel: false }));
  if (label !== undefined) {
    const from = { main: label.main - half, cross: label.cross };
    stops.push({ from, to: { main: label.main + half, cross: label.cross }, isLabel: true });
  }
  return { edge, stops: stops.sort((one, other) => one.from.main - other.from.main) };
}

/** Give every edge at one side of a node its own place there, in the order in which they arrive. */
function ports(
  tracks: readonly Track[],
  nodeOf: (track: Track) => NodeBox,
  neighbour: (track: Track) => Place,
  direction: Direction,
): Map<Track, number> {
  const offsets = new Map<Track, number>();
  const groups = new Map<NodeBox, Track[]>();
  for (const track of tracks) {
    const group = groups.get(nodeOf(track));
    if (group === undefined) groups.set(nodeOf(track), [track]);
    else group.push(track);
  }
  for (const [node, group] of groups) {
    const room = sizeAlong(node, direction).cross - 2 * CORNER;
    const gap = Math.min(PORT_GAP, room / Math.max(1, group.length - 1));
    const sorted = [...group].sort((one, other) => neighbour(one).cross - neighbour(other).cross);
    sorted.forEach((track, index) => offsets.set(track, (index - (sorted.length - 1) / 2) * gap));
  }
  return offsets;
}

/** The point of a node's outline at an offset from the middle of the side where edges leave or arrive. */
function sidePlace(node: NodeBox, offset: number, side: "in" | "out", direction: Direction): Place {
  const middle = center(node, direction);
  const size = sizeAlong(node, direction);
  const sign = side === "out" ? 1 : -1;
  const radius = node.isStadium ? node.height / 2 : 0;
  const inset =
    direction === "LR"
      ? roundEnd(radius, offset)
      : roundEnd(radius, Math.max(0, Math.abs(offset) - (node.width / 2 - radius)));
  return { main: middle.main + sign * (size.main / 2 - inset), cross: middle.cross + offset };
}

/** How far a half circle lies behind its tangent at an offset. */
function roundEnd(radius: number, offset: number): number {
  return radius - Math.sqrt(Math.max(0, radius * radius - offset * offset));
}

function center(node: Box, direction: Direction): Place {
  return along(node, direction);
}

function route(track: Track, start: Place, end: Place, direction: Direction): Route {
  const stops = track.stops.map((stop, index) =>
    stop.isLabel ? slid(stop, track.stops[index - 1]?.to ?? start, track.stops[index + 1]?.from ?? end) : stop,
  );
  let path = `M${pathPoint(start, direction)}`;
  let at = start;
  for (const stop of stops) {
    path += curve(at, stop.from, direction);
    if (stop.isLabel) path += `L${pathPoint(stop.to, direction)}`;
    at = stop.to;
  }
  path += curve(at, end, direction);
  // The arrowhead continues the line: a last straight piece makes it point along the graph.
  path += `L${pathPoint({ main: end.main + 0.5, cross: end.cross }, direction)}`;
  const label = stops.find((stop) => stop.isLabel);
  const middles = middlesOf([start, ...stops.flatMap(({ from, to }) => [from, to]), end]);
  return {
    path,
    label: label === undefined ? undefined : labelPoint(label, direction),
    middles: middles.map((middle) => pointAt(middle, direction)),
  };
}

/** The middles of the pieces between places, the longest first: a curve passes through the middle between its ends. */
function middlesOf(places: readonly Place[]): Place[] {
  const pieces = places.slice(1).map((to, index) => {
    const from = places[index]!;
    const length = Math.abs(to.main - from.main) + Math.abs(to.cross - from.cross);
    return { length, middle: { main: (from.main + to.main) / 2, cross: (from.cross + to.cross) / 2 } };
  });
  return pieces.sort((one, other) => other.length - one.length).map(({ middle }) => middle);
}

/** Move a label along its line so that the side where the line has to climb gets the larger part of the free space. */
function slid(stop: Stop, before: Place, after: Place): Stop {
  const width = stop.to.main - stop.from.main;
  const free = after.main - before.main - width;
  if (free <= 2 * STUB) return stop;
  const climbBefore = Math.abs(stop.from.cross - before.cross);
  const climbAfter = Math.abs(after.cross - stop.to.cross);
  const climb = climbBefore + climbAfter;
  const part = climb < 1 ? 0.5 : climbBefore / climb;
  const main = before.main + STUB + (free - 2 * STUB) * part;
  return { ...stop, from: { main, cross: stop.from.cross }, to: { main: main + width, cross: stop.to.cross } };
}

function labelPoint(stop: Stop, direction: Direction): Point {
  return pointAt({ main: (stop.from.main + stop.to.main) / 2, cross: stop.from.cross }, direction);
}

/** A piece that leaves and arrives along the graph. */
function curve(from: Place, to: Place, direction: Direction): string {
  if (Math.abs(to.cross - from.cross) < 0.5) return `L${pathPoint(to, direction)}`;
  const middle = (from.main + to.main) / 2;
  const one = pathPoint({ main: middle, cross: from.cross }, direction);
  const other = pathPoint({ main: middle, cross: to.cross }, direction);
  return `C${one} ${other} ${pathPoint(to, direction)}`;
}
