import seedrandom from "seedrandom";
import alea from "seedrandom/lib/alea.js";
import xor4096 from "seedrandom/lib/xor4096.js";

const draw = (random) => Array.from({ length: 20 }, () => random());

export function generators() {
  const saved = seedrandom("hello.", { state: true });
  saved();
  const again = seedrandom("", { state: saved.state() });
  return [
    draw(seedrandom("hello.")), draw(seedrandom(42)), draw(alea("x")), draw(xor4096("y")), draw(seedrandom.tychei("z")), draw(seedrandom.xorshift7("z")), draw(seedrandom.xorwow("w")),
    again() === saved(), seedrandom("q").int32(), seedrandom("q").quick(), seedrandom("q").double(),
  ];
}

/** @at mu = 1, sigma = 2 @tolerance 1e-10 */
export function sampled(mu, sigma) {
  const random = seedrandom("fixed");
  let total = 0;
  for (let i = 0; i < 10; i++) total += Math.tanh(mu + sigma * (random() - 0.5));
  return total;
}
