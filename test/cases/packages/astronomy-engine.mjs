import * as astronomy from "astronomy-engine";

const time = astronomy.MakeTime(new Date(Date.UTC(2024, 3, 8, 18, 17)));
const observer = new astronomy.Observer(31.1, -99.7, 350);

export function bodies() {
  return ["Sun", "Moon", "Mercury", "Mars", "Jupiter", "Pluto"].map((body) => {
    const equator = astronomy.Equator(body, time, observer, true, true);
    const { x, y, z } = astronomy.GeoVector(body, time, true);
    return [equator.ra, equator.dec, equator.dist, { ...astronomy.Horizon(time, observer, equator.ra, equator.dec, "normal") }, x, y, z, astronomy.Illumination(body, time).mag];
  });
}

export function events() {
  const eclipse = astronomy.SearchLocalSolarEclipse(new Date(Date.UTC(2024, 3, 1)), observer);
  const seasons = astronomy.Seasons(2024);
  return [
    eclipse.kind, eclipse.peak.time.toString(), eclipse.obscuration, astronomy.SearchMoonQuarter(time).time.ut, astronomy.SearchRiseSet("Sun", observer, 1, time, 2).ut,
    seasons.mar_equinox.ut, astronomy.MoonPhase(time), astronomy.Constellation(5.2, 12.3).name, astronomy.SiderealTime(time), astronomy.EclipticLongitude("Venus", time),
  ];
}

/** @at days = 8865.3 @tolerance 1e-8 because the tables are differentiated over days, and the moon's theory alone has thousands of terms that cancel @reach 1e-5 */
export function moonDistance(days) {
  const { x, y, z } = astronomy.GeoMoon(new astronomy.AstroTime(days));
  return Math.sqrt(x * x + y * y + z * z) * 1000;
}

/** @at latitude = 31.1, longitude = -99.7 @tolerance 1e-9 @reach 0.01 */
export function altitude(latitude, longitude) {
  return astronomy.Horizon(time, new astronomy.Observer(latitude, longitude, 0), 1.1, 7.5).altitude;
}
