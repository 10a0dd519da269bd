import * as geo from "d3-geo";

export function projections() {
  const names = ["geoMercator", "geoOrthographic", "geoAlbersUsa", "geoConicEqualArea", "geoEquirectangular", "geoStereographic", "geoNaturalEarth1", "geoEqualEarth", "geoGnomonic", "geoAzimuthalEqualArea"];
  return names.map((name) => {
    const projection = geo[name]();
    const point = projection([-73.9, 40.7]);
    return [name, point, point && projection.invert?.(point)];
  });
}

export function measures() {
  const square = { type: "Polygon", coordinates: [[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]] };
  return [geo.geoArea(square), geo.geoCentroid(square), geo.geoLength(square), geo.geoBounds(square), geo.geoContains(square, [5, 5]), geo.geoPath(geo.geoMercator())(square)];
}

export function circles() {
  return [geo.geoCircle().radius(12).precision(30)(), geo.geoInterpolate([0, 0], [40, 50])(0.3), geo.geoRotation([10, 20, 5])([3, 4]), geo.geoGraticule10().coordinates.length];
}

/** @at longitude = 0.4, latitude = 40.7 @tolerance 1e-9 */
export function great(longitude, latitude) {
  return geo.geoDistance([longitude, latitude], [-2, 48.8]) ** 2;
}

/** @at longitude = -73.9, latitude = 40.7 @tolerance 1e-9 */
export function projected(longitude, latitude) {
  const [x, y] = geo.geoConicEqualArea().rotate([96, 0])([longitude, latitude]);
  return x * y;
}
