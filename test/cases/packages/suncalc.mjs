import * as suncalc from "suncalc";

const date = new Date(Date.UTC(2024, 2, 5, 12, 30));

export function positions() {
  return [[48.1, 11.6], [-33.9, 151.2], [69.6, 18.9]].map(([lat, lng]) => [
    suncalc.getPosition(date, lat, lng), suncalc.getMoonPosition(date, lat, lng), suncalc.getTimes(date, lat, lng), suncalc.getMoonTimes(date, lat, lng),
  ]);
}

export function moon() {
  return suncalc.getMoonIllumination(date);
}

/** @at lat = 48.1, lng = 11.6 @tolerance 1e-9 @reach 0.01 */
export function altitude(lat, lng) {
  const { altitude, azimuth } = suncalc.getPosition(date, lat, lng);
  return altitude + Math.sin(azimuth / 50);
}

/** @at lat = 48.1, lng = 11.6 @tolerance 1e-9 @reach 0.01 */
export function moonlit(lat, lng) {
  const { distance, altitude } = suncalc.getMoonPosition(date, lat, lng);
  return distance / 1e5 + altitude;
}
