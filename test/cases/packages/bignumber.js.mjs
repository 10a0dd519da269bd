import BigNumber from "bignumber.js";

export function arithmetic() {
  const x = new BigNumber("1234567.891");
  return [x.times("9.87654321").toString(), x.div(7).toFixed(30), x.sqrt().toString(), x.pow(5).toExponential(12), x.mod(13).toString(), x.toFormat(2), x.toFraction(1000).map(String), x.toString(16), x.sd(), x.dp(), x.comparedTo(3), BigNumber.max(1, x, 2).toString(), BigNumber.sum("0.1", "0.2").toString()];
}

export function roundings() {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].map((mode) => new BigNumber("-2.5").toFixed(0, mode) + new BigNumber("1.23456789").precision(4, mode));
}

export function specials() {
  return [new BigNumber("NaN").toString(), new BigNumber(1).div(0).toString(), new BigNumber("-0").toString(), new BigNumber("0xff").toNumber(), new BigNumber("1e500").toString()];
}
