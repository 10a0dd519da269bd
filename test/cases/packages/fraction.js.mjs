import Fraction from "fraction.js";

export function arithmetic() {
  return [
    new Fraction("9.4'31'").mod("4.'3'").toString(), new Fraction(0.75).add("1/3").mul(2).toFraction(true), new Fraction(1, 3).pow(3).valueOf(), new Fraction("0.(6)").toContinued().map(Number), new Fraction(7, 3).floor().toString(),
    new Fraction(3.14159).simplify(0.001).toFraction(), new Fraction(-5, 4).abs().inverse().toString(), new Fraction(2, 6).equals("1/3"), new Fraction(5).gcd("1/8").toString(), String(new Fraction(1, 7).toString(12)),
  ];
}

export function refusal() {
  return new Fraction(1, 0);
}
