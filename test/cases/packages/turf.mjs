import along from "@turf/along";
import area from "@turf/area";
import distance from "@turf/distance";

const line = { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [[-83, 30], [-84, 36], [-78, 41]] } };

export function measures() {
  return [
    distance([-75.343, 39.984], [-75.534, 39.123]), distance([-75.343, 39.984], [-75.534, 39.123], { units: "miles" }), along(line, 800), along(line, 1e6, { units: "miles" }),
    area({ type: "Polygon", coordinates: [[[125, -15], [113, -22], [154, -27], [144, -15], [125, -15]]] }),
  ];
}

export function refusal() {
  return distance([1], [2, 3]);
}

/** @at x = -75.3, y = 39.9 @tolerance 1e-9 @reach 0.01 */
export function metres(x, y) {
  return distance([x, y], [-75.534, 39.123], { units: "meters" });
}

/** @at x = 113, y = -22 @tolerance 1e-9 @reach 0.01 */
export function hectares(x, y) {
  return area({ type: "Polygon", coordinates: [[[125, -15], [x, y], [154, -27], [144, -15], [125, -15]]] }) / 1e10;
}

/** @at way = 800 @tolerance 1e-9 @reach 0.01 */
export function walked(way) {
  const [x, y] = along(line, way).geometry.coordinates;
  return x * y;
}
