import Big from "big.js";

export function arithmetic() {
  const x = new Big("0.1");
  return [
    x.plus("0.2").toString(), x.div(3).toFixed(12), new Big(2).sqrt().toString(), new Big("1e-7").toExponential(), x.pow(-5).toString(), new Big("123456.789").toPrecision(4), new Big(7).mod(2.5).toNumber(), x.cmp(0.2), new Big("-0").toJSON(),
    new Big(9.995).round(2, Big.roundHalfEven).toString(),
  ];
}

export function refusal() {
  return new Big("one");
}
