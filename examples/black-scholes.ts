// The price of a European call option after Black and Scholes, with its greeks in closed form.
// The greeks are derivatives of the price: choose the result `price` and hold its gradients against them.

/** The density of the standard normal distribution. */
function density(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Its cumulative distribution, as the series ½ + φ(x) · (x + x³/3 + x⁵/15 + …). */
function cumulative(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

interface Greeks {
  price: number;
  delta: number;
  gamma: number;
  vega: number;
  theta: number;
  rho: number;
}

/**
 * A call on a share at `spot`, for the price `strike`, in `years`, at a riskless `rate` and a yearly `volatility`.
 * @at spot = 100, strike = 105, years = 0.5, rate = 0.03, volatility = 0.2
 */
export function callOption(spot: number, strike: number, years: number, rate: number, volatility: number): Greeks {
  const deviation = volatility * Math.sqrt(years);
  const d1 = (Math.log(spot / strike) + (rate + volatility ** 2 / 2) * years) / deviation;
  const d2 = d1 - deviation;
  const discounted = strike * Math.exp(-rate * years);
  const delta = cumulative(d1);
  const exercise = cumulative(d2);
  return {
    price: spot * delta - discounted * exercise,
    delta,
    gamma: density(d1) / (spot * deviation),
    vega: spot * density(d1) * Math.sqrt(years),
    theta: -(spot * density(d1) * volatility) / (2 * Math.sqrt(years)) - rate * discounted * exercise,
    rho: discounted * years * exercise,
  };
}
