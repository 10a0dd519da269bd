/** What a node is, and where it is written. */
import type { NodeView } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { SourceButton } from "../frame/words.tsx";

/** `step, line 3`, with the line as a link. */
export function NodeKind({
  node,
  kind,
  actions,
}: {
  readonly node: NodeView;
  /** What the details call it; undefined where they say nothing. */
  readonly kind: string | undefined;
  readonly actions: Actions;
}) {
  const { source } = node;
  return (
    <span class="dkind">
      {kind ?? node.kind},{" "}
      <SourceButton
        source={source}
        text={`line ${source.line}`}
        label={`Go to line ${source.line}`}
        actions={actions}
      />
    </span>
  );
}
