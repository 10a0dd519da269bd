import { forceCenter, forceCollide, forceLink, forceManyBody, forceRadial, forceSimulation, forceX, forceY } from "d3-force";

function simulated(strength, count = 8) {
  const nodes = Array.from({ length: count }, (_, index) => ({ index }));
  const links = Array.from({ length: count - 1 }, (_, index) => ({ source: index, target: (index * 3 + 1) % count }));
  const simulation = forceSimulation(nodes).stop().force("charge", forceManyBody().strength(strength)).force("link", forceLink(links).distance(20)).force("x", forceX()).force("y", forceY(3)).force("center", forceCenter());
  simulation.tick(20);
  return nodes;
}

export function settles() {
  return simulated(-12).map(({ x, y, vx, vy }) => [x, y, vx, vy]);
}

export function collides() {
  const nodes = Array.from({ length: 12 }, (_, index) => ({ index, x: index % 3, y: index % 4 }));
  const simulation = forceSimulation(nodes).stop().force("collide", forceCollide(2)).force("radial", forceRadial(10));
  for (let i = 0; i < 10; i++) simulation.tick();
  return [nodes.map(({ x, y }) => [x, y]), simulation.find(1, 1).index, simulation.alpha()];
}

/** @at strength = -12 @tolerance 1e-7 because twenty steps of a simulation are differentiated at once @reach 1e-3 */
export function spread(strength) {
  return simulated(strength, 5).reduce((sum, { x, y }) => sum + x * x + y * y, 0);
}
