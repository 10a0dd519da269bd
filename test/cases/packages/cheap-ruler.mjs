import CheapRuler from "cheap-ruler";

export function measured() {
  const ruler = new CheapRuler(35.05, "miles");
  const line = [[-67.031, 50.458], [-67.031, 50.534], [-66.929, 50.534], [-66.929, 50.458]];
  return [ruler.distance(line[0], line[2]), ruler.bearing(line[0], line[2]), ruler.destination(line[0], 2.5, 30), ruler.lineDistance(line), ruler.area([line]), ruler.along(line, 5), ruler.pointOnLine(line, [-67.04, 50.5]), ruler.lineSlice(line[0], line[2], line), ruler.bufferBBox([30.5, 50.5, 31, 51], 0.2), CheapRuler.fromTile(1567, 12).distance([0, 0], [1, 1])];
}

/** @at longitude = -66.9, latitude = 50.52 @tolerance 1e-8 because the point is near the other one, which leaves differences few digits @reach 1e-3 */
export function near(longitude, latitude) {
  return new CheapRuler(50.5).distance([-67.03, 50.46], [longitude, latitude]);
}
