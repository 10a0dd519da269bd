/** Where the value of an input comes from. */
import type { InputView } from "../../view/model.ts";
import type { Original } from "./changes.ts";

/** Where a value comes from, and what it was before it was changed here. */
export function Provenance({
  input,
  original,
}: {
  readonly input: InputView;
  readonly original: Original | undefined;
}) {
  if (input.source !== "panel") return <Origin source={input.source} prefix="from" />;
  // Of an array, its length alone would be said.
  if (original === undefined || input.kind === "array") return <>changed here</>;
  if (original.source === "assumed") return <>was {original.value}, assumed</>;
  return (
    <>
      was {original.value} <Origin source={original.source} prefix="in" />
    </>
  );
}

function Origin({ source, prefix }: { readonly source: InputView["source"]; readonly prefix: string }) {
  switch (source) {
    case "at":
      return (
        <>
          {prefix} <code>@at</code>
        </>
      );
    case "default":
      return <>{prefix} the default</>;
    case "call":
      return <>{prefix} a call</>;
    case "assumed":
      return <>assumed</>;
    case "panel":
      return <>changed here</>;
  }
}
