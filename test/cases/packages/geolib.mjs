import { computeDestinationPoint, convertDistance, getAreaOfPolygon, getBounds, getCenter, getCompassDirection, getDistance, getDistanceFromLine, getGreatCircleBearing, getPathLength, getPreciseDistance, getRhumbLineBearing, isPointInPolygon, orderByDistance, sexagesimalToDecimal, wktToPolygon } from "geolib";

const munich = { latitude: 48.137154, longitude: 11.576124 };
const berlin = { latitude: 52.518611, longitude: 13.408056 };
const vienna = [16.373819, 48.208176];

export function measures() {
  return [
    getDistance(munich, berlin), getDistance(munich, berlin, 0.01), getPreciseDistance(munich, berlin, 0.001), getPathLength([munich, berlin, vienna]), getGreatCircleBearing(munich, berlin),
    getRhumbLineBearing(munich, vienna), getCompassDirection(munich, berlin), getAreaOfPolygon([munich, berlin, vienna]), getDistanceFromLine(munich, berlin, vienna), getCenter([munich, berlin, vienna]),
    getBounds([munich, berlin]), computeDestinationPoint(munich, 5000, 120), isPointInPolygon({ latitude: 50, longitude: 13 }, [munich, berlin, vienna]), orderByDistance(munich, [berlin, vienna]),
    sexagesimalToDecimal("51° 29' 46\" N"), convertDistance(14200, "km"), wktToPolygon("POLYGON ((30 10.54, 40 40, 20 40, 10 20, 30 10))"),
  ];
}

export function refusal() {
  return getDistance({ latitude: "north" }, berlin);
}

/** @at lat = 48.1, lng = 11.5 @tolerance 1e-9 @reach 0.01 */
export function bearings(lat, lng) {
  const here = { latitude: lat, longitude: lng };
  return getGreatCircleBearing(here, berlin) + getRhumbLineBearing(here, berlin);
}
