import geodesic from "geographiclib-geodesic";
const { WGS84 } = geodesic.Geodesic;

export function problems() {
  const polygon = WGS84.Polygon(false);
  for (const [lat, lon] of [[52, 0], [41, -74], [-23, -43], [-26, 28]]) polygon.AddPoint(lat, lon);
  return [
    WGS84.Inverse(-41.32, 174.81, 40.96, -5.5), WGS84.Direct(40.6, -73.8, 45, 10000e3), WGS84.Inverse(0, 0, 0.5, 179.7), polygon.Compute(false, true), WGS84.InverseLine(48, 2, 35, 139).Position(1e6), WGS84.ArcDirect(10, 20, 30, 40),
  ];
}

/** @at lat = -41.3, lon = 174.8 @tolerance 1e-3 because Newton's method ends as soon as the value is exact, where its derivative is one iteration behind @reach 0.01 */
export function distance(lat, lon) {
  return WGS84.Inverse(lat, lon, 40.96, -5.5).s12 / 1e6;
}

/** At 45 degrees the library takes the square root of a half instead of the sine, which has no derivative. @at azimuth = 44, way = 9 @tolerance 1e-9 @reach 0.01 */
export function destination(azimuth, way) {
  const { lat2, lon2 } = WGS84.Direct(40.6, -73.8, azimuth, way * 1e6);
  return lat2 + 2 * lon2;
}
