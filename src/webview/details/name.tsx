/** Names as they stand in formulas, in MathML. */

/** A name in a formula: one letter is italic, a word is upright, `a1`, `w1_12` and `xs[0]` get a subscript, anything longer than a name stands in parentheses. */
export function Name({ text }: { readonly text: string }) {
  const { base, index } = indexed(text);
  if (index === "") return <mi>{/\s/u.test(base) ? `(${base})` : base}</mi>;
  return (
    <msub>
      <mi>{base}</mi>
      <mn>{index}</mn>
    </msub>
  );
}

/** Return a name without its index, and the index as it is written below the line; empty if there is none. */
export function indexed(name: string): { readonly base: string; readonly index: string } {
  const [, base = "", digits = "", keys = "", rounds = ""] =
    /^(\p{L}+)((?:\d+(?:_\d+)*)?)((?:\[\d+\])*)([₀-₉]*)$/u.exec(name) ?? [];
  const parts = [...digits.split("_"), ...(keys.match(/\d+/g) ?? []), plainDigits(rounds)];
  return base === "" ? { base: name, index: "" } : { base, index: parts.filter((part) => part !== "").join(",") };
}

function plainDigits(subscripts: string): string {
  return subscripts.replace(/[₀-₉]/gu, (digit) => String(digit.charCodeAt(0) - 0x2080));
}
