import { Decimal } from "decimal.js";

export function arithmetic() {
  const precise = Decimal.clone({ precision: 40 });
  return [
    precise.exp(1).toString(), precise.ln(10).toString(), new precise(2).sqrt().toFixed(), precise.acos(-1).toString(), new Decimal("0x1f.8").toString(), new Decimal(5).div(3).toSignificantDigits(6).toString(), Decimal.sin(0.5).toNumber(),
    new Decimal("1e-500").toString(), Decimal.max(1, "3", 2).toString(), new Decimal(255).toHexadecimal(), new Decimal(-3.7).trunc().toNumber(), Decimal.pow(2, 0.5).toString(), Decimal.hypot(3, 4).toString(), new Decimal("3.14159").toFraction(100).map(String),
  ];
}
