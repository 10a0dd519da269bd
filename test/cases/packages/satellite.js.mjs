import * as satellite from "satellite.js";

const line1 = "1 25544U 98067A   19156.50900463  .00003075  00000-0  59442-4 0  9992";
const line2 = "2 25544  51.6433  59.2583 0008217  16.4489 347.6017 15.51174618173442";
const record = () => satellite.twoline2satrec(line1, line2);

export function orbit() {
  return [0, 30, 600, 1440.5].map((minutes) => {
    const { position, velocity } = satellite.sgp4(record(), minutes);
    const gmst = satellite.gstime(new Date(Date.UTC(2019, 5, 5, 12, minutes)));
    return [position, velocity, gmst, satellite.eciToGeodetic(position, gmst), satellite.eciToEcf(position, gmst)];
  });
}

export function elements() {
  const { satnum, epochyr, epochdays, ecco, argpo, inclo, mo, no, nodeo, bstar, isimp, method, a, d4, t5cof } = record();
  return [satnum, epochyr, epochdays, ecco, argpo, inclo, mo, no, nodeo, bstar, isimp, method, a, d4, t5cof, satellite.jday(2019, 6, 5, 12, 0, 0), satellite.invjday(2458639.5, true)];
}

/** @at minutes = 33 @tolerance 1e-9 @reach 0.01 */
export function height(minutes) {
  const { x, y, z } = satellite.sgp4(record(), minutes).position;
  return Math.sqrt(x * x + y * y + z * z) - 6371;
}

/** @at longitude = 0.2, latitude = 0.8, height = 0.4 @tolerance 1e-9 */
export function look(longitude, latitude, height) {
  const { azimuth, elevation, rangeSat } = satellite.ecfToLookAngles({ longitude, latitude, height }, { x: 4000, y: 1200, z: 5400 });
  return azimuth + elevation + rangeSat / 1000;
}
