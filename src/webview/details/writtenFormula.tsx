/** The formula of a partial as it is written on paper, in MathML: made from the line of text that the view writes. */
import type { ComponentChildren } from "preact";
import { Name } from "./name.tsx";

/** A piece of a formula: a name, a number, a sign, an exponent, or what stands in parentheses. */
export type Piece =
  | { readonly kind: "name" | "number" | "sign" | "exponent"; readonly text: string }
  | { readonly kind: "group"; readonly pieces: readonly Piece[] };

/** A formula in one line; in parentheses if it is a factor among others and has to be. */
export function WrittenFormula({ text, isFactor = false }: { readonly text: string; readonly isFactor?: boolean }) {
  const pieces = piecesOf(text);
  return <mrow>{isFactor && hasSign(pieces) ? <Group pieces={pieces} /> : written(pieces)}</mrow>;
}

/** Whether a formula is a sum, a difference or a negative, none of which can stand beside a dot. */
function hasSign(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind === "sign" && /[+−]/u.test(piece.text));
}

const TOKEN = /[\p{L}_$][\p{L}\p{M}\p{Nd}₀-₉_$.′]*(?:\[[^\]]*\])*|\d[\d.]*(?:e[+-]?\d+)?|[⁰¹²³⁴-⁹⁻]+|\S/gu;

/** Return the pieces of a formula's text. */
export function piecesOf(text: string): readonly Piece[] {
  const open: Piece[][] = [[]];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "(") {
      open.push([]);
    } else if (token === ")" && open.length > 1) {
      const pieces = open.pop()!;
      open.at(-1)!.push({ kind: "group", pieces });
    } else {
      open.at(-1)!.push({ kind: kindOf(token), text: token });
    }
  }
  return open.flat();
}

function kindOf(token: string): "name" | "number" | "sign" | "exponent" {
  if (/^[\p{L}_$]/u.test(token)) return "name";
  if (/^\d/u.test(token)) return "number";
  return /^[⁰¹²³⁴-⁹⁻]/u.test(token) ? "exponent" : "sign";
}

/** Exponents stand above the piece before them, which may be a call with its operands. */
function written(pieces: readonly Piece[]): ComponentChildren[] {
  const shown: ComponentChildren[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "exponent") {
      shown.push(
        <msup>
          <mrow>{shown.pop()}</mrow>
          <mn>{plainDigits(piece.text)}</mn>
        </msup>,
      );
    } else if (piece.kind === "group" && pieces[index - 1]?.kind === "name") {
      const name = shown.pop();
      shown.push(
        <mrow>
          {name}
          <Group pieces={piece.pieces} />
        </mrow>,
      );
    } else {
      shown.push(<One piece={piece} isFirst={index === 0} />);
    }
  }
  return shown;
}

function One({ piece, isFirst }: { readonly piece: Piece; readonly isFirst: boolean }) {
  switch (piece.kind) {
    case "group":
      return <Group pieces={piece.pieces} />;
    case "name":
      return <Name text={piece.text} />;
    case "number":
    case "exponent":
      return <mn>{piece.text}</mn>;
    case "sign":
      return <mo {...spaceAround(piece.text, isFirst)}>{piece.text}</mo>;
  }
}

function spaceAround(sign: string, isFirst: boolean): { readonly lspace: string; readonly rspace: string } {
  if (isFirst) return { lspace: "0", rspace: "0" };
  return sign === "," ? { lspace: "0", rspace: "0.2em" } : { lspace: "0.22em", rspace: "0.22em" };
}

/** As texts, parentheses do not grow beyond the line. */
function Group({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <mrow>
      <mtext>(</mtext>
      {written(pieces)}
      <mtext>)</mtext>
    </mrow>
  );
}

function plainDigits(exponent: string): string {
  return exponent.replace(/./gu, (digit) => {
    const at = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit);
    return at < 0 ? "−" : String(at);
  });
}
