/** The chain rule as it is written on paper, in MathML: symbols, and straight below them their numbers. */
import type { ComponentChildren } from "preact";
import type { Factor, NumberText } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Name } from "./name.tsx";
import { WrittenFormula } from "./writtenFormula.tsx";

interface ChainProps {
  /** What is differentiated, and by what. */
  readonly of: string;
  readonly by: string;
  /** Stands in place of the derivative where the product is only a part of it. */
  readonly lead?: string | undefined;
  readonly factors: readonly Factor[];
  readonly product: NumberText;
  readonly gradient: NumberText | undefined;
  readonly litEdge: string | undefined;
  /** The edge that is the reason of an explanation; drawn inverted. */
  readonly causeEdge?: string | undefined;
  readonly actions: Actions;
}

/** One path: every column is one edge, and pointing at it lights the edge. */
export function Chain(props: ChainProps) {
  const { of, by, lead, factors, product, gradient } = props;
  // The only partial of a short path is the derivative itself: its symbol stands there once.
  const isProduct = factors.length > 1;
  const whole = lead === undefined ? <Partial of={of} by={by} /> : <mtext class="lead">{lead}</mtext>;
  return (
    <div class="formula">
      <math>
        <mtable class="chain" displaystyle={true}>
          {isProduct && (
            <mtr>
              <mtd>{whole}</mtd>
              <Columns {...props} show={(factor) => <Partial of={factor.of} by={factor.by} />} />
            </mtr>
          )}
          {isProduct && factors.some(hasRoomForFormula) && (
            <mtr class="formulas">
              <mtd />
              <Columns
                {...props}
                show={(factor, index) =>
                  hasRoomForFormula(factor) ? (
                    <WrittenFormula text={factor.formula} isFactor />
                  ) : (
                    <mn>{factorText(factor, index)}</mn>
                  )
                }
              />
            </mtr>
          )}
          <mtr class="numbers">
            <mtd>{!isProduct && whole}</mtd>
            {!isProduct && <FormulaCells factor={factors[0]} />}
            <Columns {...props} show={(factor, index) => <mn>{factorText(factor, index)}</mn>} />
            {isProduct && (
              <mtd class="ans">
                <mrow>
                  <mo class="op">=</mo>
                  <mn>{unsigned((gradient ?? product).short)}</mn>
                </mrow>
              </mtd>
            )}
          </mtr>
        </mtable>
      </math>
    </div>
  );
}

/** Longer formulas would push the numbers of their row apart. */
const MOST_LETTERS = 20;

function hasRoomForFormula({ formula }: Factor): boolean {
  return formula !== "" && formula.length <= MOST_LETTERS;
}

/** The formula of the only factor, before its number. */
function FormulaCells({ factor }: { readonly factor: Factor | undefined }) {
  if (factor === undefined || factor.formula === "") return null;
  const room = hasRoomForFormula(factor) ? "always" : "wide";
  return (
    <>
      <Sign text="=" room={room} />
      <mtd class={`f symbols ${room}`}>
        <WrittenFormula text={factor.formula} />
      </mtd>
    </>
  );
}

/** The cells of a row: an equals sign, then the factors with dots between. */
function Columns(props: ChainProps & { readonly show: (factor: Factor, index: number) => ComponentChildren }) {
  const { factors, litEdge, causeEdge, actions, show } = props;
  return (
    <>
      <Sign text="=" />
      {columnsOf(factors, causeEdge).map(({ factor, room }, index) => (
        <>
          {index > 0 && <Sign text="·" room={room} />}
          {factor === undefined ? (
            <Sign text="⋯" room={room} />
          ) : (
            <mtd
              class={`f ${room} ${factor.edge === causeEdge ? "cause" : factor.edge === litEdge ? "lit" : ""}`}
              onPointerEnter={() => {
                actions.point({ kind: "edge", edge: factor.edge });
              }}
              onPointerLeave={() => {
                actions.point(undefined);
              }}
            >
              {show(factor, index)}
            </mtd>
          )}
        </>
      ))}
    </>
  );
}

/** A column of a chain: a factor, or the three dots instead of some, and the room in which it is seen. */
export interface Column {
  readonly factor: Factor | undefined;
  /** What is nearer to the middle of a long product gives way first; `if-small` and `if-tiny` are the dots instead. */
  readonly room: "always" | "wide" | "middle" | "if-small" | "if-tiny";
}

/** Return the columns of a chain; both its ends, and what is the reason of an explanation, are always seen. */
export function columnsOf(factors: readonly Factor[], cause: string | undefined): readonly Column[] {
  const written = writtenFactors(factors, cause);
  const roomOf = (index: number): Column["room"] => {
    const inside = Math.min(index, written.length - 1 - index);
    if (inside === 0 || written.length <= WRITTEN_WHOLE || (cause !== undefined && written[index]?.edge === cause))
      return "always";
    return inside === 1 ? "middle" : "wide";
  };
  const columns = written.map((factor, index): Column => ({ factor, room: roomOf(index) }));
  if (columns.length <= WRITTEN_WHOLE) return columns;
  const dots: Column = { factor: undefined, room: columns.length === WRITTEN_WHOLE + 1 ? "if-tiny" : "if-small" };
  const at = columns.length >> 1;
  return [...columns.slice(0, at), dots, ...columns.slice(at)];
}

/** A product of so many factors is written whole in every room. */
const WRITTEN_WHOLE = 3;
/** Factors of a product that are written in one line; of a longer one the first and the last are, because nobody reads the others there. */
const MOST_FACTORS = 8;
const FIRST = 4;
const LAST = 3;

/** The product of a path's partials as symbols, in one line. */
export function Symbols({ factors }: { readonly factors: readonly Factor[] }) {
  return (
    <math class="sym" displaystyle={true}>
      <Product factors={factors} show={(factor) => <Partial of={factor.of} by={factor.by} />} />
    </math>
  );
}

interface ProductProps {
  readonly factors: readonly Factor[];
  readonly cause?: string | undefined;
  readonly show: (factor: Factor, index: number) => ComponentChildren;
}

/** Return the factors that a line writes; undefined stands for those in the middle of a long product. */
function writtenFactors(factors: readonly Factor[], cause?: string): readonly (Factor | undefined)[] {
  if (factors.length <= MOST_FACTORS) return factors;
  const reason = factors.slice(FIRST, -LAST).find(({ edge }) => edge === cause);
  const middle = cause === undefined || reason === undefined ? [] : [reason, undefined];
  return [...factors.slice(0, FIRST), undefined, ...middle, ...factors.slice(-LAST)];
}

/** Factors with dots between, and three dots for those that are left out. */
function Product({ factors, cause, show }: ProductProps) {
  return (
    <mrow>
      {writtenFactors(factors, cause).map((factor, index) => (
        <>
          {index > 0 && (
            <mo lspace="0.25em" rspace="0.25em">
              ·
            </mo>
          )}
          {factor === undefined ? <mo title={`${factors.length - FIRST - LAST} more`}>⋯</mo> : show(factor, index)}
        </>
      ))}
    </mrow>
  );
}

interface NumbersProps {
  readonly factors: readonly Factor[];
  /** The edge that is the reason of an explanation; drawn inverted. */
  readonly causeEdge: string | undefined;
}

/** The same product in numbers. */
export function Numbers({ factors, causeEdge }: NumbersProps) {
  return (
    <math class="nums">
      <Product
        factors={factors}
        cause={causeEdge}
        show={(factor, index) => (
          <mn class={factor.edge === causeEdge ? "cause" : undefined}>{factorText(factor, index)}</mn>
        )}
      />
    </math>
  );
}

/** The products added up: `1.28 + 3.05`. */
export function Sum({ terms }: { readonly terms: readonly NumberText[] }) {
  return (
    <math class="nums">
      <mrow>
        {terms.map((term, index) => {
          const text = unsigned(term.short);
          const isNegative = text.startsWith("−");
          return (
            <>
              {index > 0 && (
                <mo lspace="0.25em" rspace="0.25em">
                  {isNegative ? "−" : "+"}
                </mo>
              )}
              <mn>{index > 0 && isNegative ? text.slice(1) : text}</mn>
            </>
          );
        })}
      </mrow>
    </math>
  );
}

/** A number alone. */
export function Result({ value }: { readonly value: NumberText }) {
  return (
    <math>
      <mn>{unsigned(value.short)}</mn>
    </math>
  );
}

/** One derivative alone, as a formula. */
export function Derivative({ of, by }: { readonly of: string; readonly by: string }) {
  return (
    <math class="sym" displaystyle={true}>
      <Partial of={of} by={by} />
    </math>
  );
}

/** Return a gradient as it is written after an equals sign: without a plus. */
export function unsigned(text: string): string {
  return text.startsWith("+") ? text.slice(1) : text;
}

/** A negative factor behind a dot stands in parentheses. */
function factorText(factor: Factor, index: number): string {
  const text = unsigned(factor.value.short);
  return index > 0 && text.startsWith("−") ? `(${text})` : text;
}

/** A sign between two columns. */
export function Sign({ text, room = "always" }: { readonly text: string; readonly room?: Column["room"] }) {
  return (
    <mtd class={`op ${room}`}>
      <mo>{text}</mo>
    </mtd>
  );
}

/** `∂of/∂by`. */
export function Partial({ of, by }: { readonly of: string; readonly by: string }) {
  return (
    <mfrac>
      <mrow>
        <mi mathvariant="normal">∂</mi>
        <Name text={of} />
      </mrow>
      <mrow>
        <mi mathvariant="normal">∂</mi>
        <Name text={by} />
      </mrow>
    </mfrac>
  );
}
