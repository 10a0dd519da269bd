import * as d3 from "d3-random";

const source = () => d3.randomLcg(0.42);
const draw = (generator) => Array.from({ length: 25 }, () => generator());

export function distributions() {
  return [
    draw(d3.randomUniform.source(source())(1, 5)), draw(d3.randomInt.source(source())(1, 50)), draw(d3.randomNormal.source(source())(3, 2)),
    draw(d3.randomLogNormal.source(source())(0, 1)), draw(d3.randomExponential.source(source())(2)), draw(d3.randomGamma.source(source())(2.5, 1)),
    draw(d3.randomBeta.source(source())(2, 3)), draw(d3.randomWeibull.source(source())(1.5)), draw(d3.randomCauchy.source(source())(0, 1)),
    draw(d3.randomLogistic.source(source())(0, 1)), draw(d3.randomPoisson.source(source())(4.5)), draw(d3.randomBinomial.source(source())(20, 0.3)),
    draw(d3.randomGeometric.source(source())(0.2)), draw(d3.randomPareto.source(source())(3)), draw(d3.randomIrwinHall.source(source())(4)),
    draw(d3.randomBates.source(source())(4)), draw(d3.randomBernoulli.source(source())(0.4)),
  ];
}

/** Reparametrised draws: the random numbers stay, the parameters move. @at mu = 1, sigma = 2, lambda = 1.5 @tolerance 1e-10 */
export function draws(mu, sigma, lambda) {
  const normal = d3.randomNormal.source(source())(mu, sigma);
  const exponential = d3.randomExponential.source(source())(lambda);
  let total = 0;
  for (let i = 0; i < 20; i++) total += normal() ** 2 + exponential();
  return total;
}

/** @at k = 1.5, a = 0.3, b = 2 @tolerance 1e-10 */
export function tails(k, a, b) {
  const weibull = d3.randomWeibull.source(source())(k, a, b);
  return weibull() + weibull() + d3.randomLogistic.source(source())(a, b)();
}
