/** The explanation of a gradient, in the place of the details. */
import { factorsOf } from "../../view/details/factors.ts";
import type { Factor, ViewModel } from "../../view/model.ts";
import type { Explanation } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "../frame/icon.tsx";
import { SourceButton, Words } from "../frame/words.tsx";
import { explainedPath, selectionOf, shownPaths, type Page } from "../state/page.ts";
import { Chain } from "./formula.tsx";
import { PathRows } from "./pathRows.tsx";

interface ExplainedProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly explanation: Explanation | undefined;
  readonly actions: Actions;
}

/** A question, one to three sentences, and the chain with the reason in it. */
export function Explained({ page, model, explanation, actions }: ExplainedProps) {
  if (explanation === undefined) {
    return (
      <div class="dhead explained">
        <p class="say dim">{insteadOf(page)}</p>
        <CloseButton actions={actions} />
      </div>
    );
  }
  return (
    <>
      <div class="dhead explained">
        <h2>
          <Words text={explanation.question} />
        </h2>
        <CloseButton actions={actions} />
      </div>
      <Sentences explanation={explanation} actions={actions} />
      <Reason page={page} model={model} explanation={explanation} actions={actions} />
    </>
  );
}

/** A picture of older text is not asked about, nor one of a run that has come to no result. */
function insteadOf({ shown }: Page): string {
  if (shown?.kind === "rejected") return "Without a result there is no gradient to explain.";
  if (shown?.kind === "graph" && shown.outdated != null) return "The reason is told once the function works again.";
  return "Looking for the reason …";
}

/** The product with the reason in it; of several paths all that are listed, with their sum. */
function Reason({ page, model, explanation, actions }: ExplainedProps & { readonly explanation: Explanation }) {
  const selection = selectionOf(page);
  const details = selection?.node.id === explanation.node ? selection.details : undefined;
  const paths = details === undefined ? [] : shownPaths(page, details);
  const isListed = explainedPath(page, paths) !== undefined;
  return (
    <>
      {!isListed && <ReasonChain page={page} model={model} explanation={explanation} actions={actions} />}
      {paths.length > 1 && selection !== undefined && details !== undefined && (
        <PathRows
          page={page}
          model={model}
          node={selection.node}
          details={details}
          paths={paths}
          brief={{ causeEdge: explanation.cause ?? undefined }}
          actions={actions}
        />
      )}
    </>
  );
}

function ReasonChain({ page, model, explanation, actions }: ExplainedProps & { readonly explanation: Explanation }) {
  const { path, cause, reason } = explanation;
  const factors = path == null ? [] : factorsOf(model, path);
  if (path == null || !isWritable(reason, factors)) return null;
  return (
    <Chain
      of={factors[0]?.of ?? model.resultName}
      by={factors.at(-1)?.by ?? ""}
      lead={leadOf(model, explanation)}
      factors={factors}
      product={path.product}
      gradient={undefined}
      litEdge={page.pointed?.kind === "edge" ? page.pointed.edge : undefined}
      causeEdge={cause ?? undefined}
      actions={actions}
    />
  );
}

function Sentences({ explanation, actions }: { readonly explanation: Explanation; readonly actions: Actions }) {
  return (
    <p class="say" role="status">
      {explanation.said.map(({ text, source }, index) =>
        source == null ? (
          <Words key={index} text={text} />
        ) : (
          <SourceButton key={index} source={source} text={text} label={`Go to ${text}`} actions={actions} />
        ),
      )}
    </p>
  );
}

function CloseButton({ actions }: { readonly actions: Actions }) {
  return (
    <IconButton
      icon="close"
      label="Close Explanation (Esc)"
      onClick={() => {
        actions.explain(undefined);
      }}
    />
  );
}

/** Of several paths one is written, which is not the whole gradient. */
function leadOf({ details }: ViewModel, { node }: Explanation): string | undefined {
  const count = details.find((each) => each.node === node)?.pathCount ?? "";
  if (count === "1") return undefined;
  return count === "" || count.length > MOST_DIGITS ? "one path" : `one of ${count} paths`;
}

/** A count of more is not read. */
const MOST_DIGITS = 4;

/** A path over nodes with several values has no single partials; NaN is one only where NaN is what is explained. */
function isWritable(reason: Explanation["reason"], factors: readonly Factor[]): boolean {
  return reason === "not-a-number" || factors.every(({ value }) => value.full !== "NaN");
}
