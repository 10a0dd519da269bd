import { blackScholes, getW, stdNormCDF } from "black-scholes";

export function prices() {
  return [20, 30, 34.5, 60].flatMap((spot) => ["call", "put"].map((kind) => [blackScholes(spot, 34, 0.25, 0.2, 0.08, kind), getW(spot, 34, 0.25, 0.2, 0.08), stdNormCDF(spot / 20 - 2)]));
}

/** @at spot = 30, strike = 34, time = 0.25, volatility = 0.2, rate = 0.08 @tolerance 1e-9 @reach 0.01 */
export function greeks(spot, strike, time, volatility, rate) {
  return blackScholes(spot, strike, time, volatility, rate, "call");
}

/** @at spot = 30, strike = 28, time = 0.5, volatility = 0.3, rate = 0.02 @tolerance 1e-9 @reach 0.01 */
export function put(spot, strike, time, volatility, rate) {
  return blackScholes(spot, strike, time, volatility, rate, "put") + getW(spot, strike, time, volatility, rate);
}
