/** The gradient of an input, or that it has none. */
import type { InputView } from "../../view/model.ts";

/** Say why an input has no gradient: no step uses it, none that does leads to the result, or it only decides; undefined if it has one. */
function withoutPath({ gradient, node, isDeciding, isWithoutPath }: InputView): string | undefined {
  const isUnused = node == null && gradient?.full === "0";
  if (!isUnused && isWithoutPath !== true) return undefined;
  return isDeciding === true ? "only decides" : isUnused ? "not used" : "no effect";
}

/** The number; an input without a path is told apart from one whose gradient is zero. */
export function InputGradient({ input }: { readonly input: InputView }) {
  const without = withoutPath(input);
  if (without !== undefined) return <span class="none">{without}</span>;
  return input.gradient == null ? null : <b>{input.gradient.short}</b>;
}
