/** What there is to say about the selected node: value, gradient, a sentence, and the chain rule with its numbers. */
import { factorsOf } from "../../view/details/factors.ts";
import { passSteps } from "../../view/details/passes.ts";
import type { NodeDetails, NodeView, ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "../frame/icon.tsx";
import { Words } from "../frame/words.tsx";
import { Matrix } from "../plots/matrix.tsx";
import { hasPlot, Pictures } from "../plots/pictures.tsx";
import { selectionOf, shownPaths, type Page } from "../state/page.ts";
import { isMatrixFor, plottedInput } from "../state/tools.ts";
import { StepDetails } from "../stepping.tsx";
import { Explained } from "./explained.tsx";
import { Chain } from "./formula.tsx";
import { Members } from "./members.tsx";
import { NodeKind } from "./nodeKind.tsx";
import { PathRows } from "./pathRows.tsx";

interface DetailsProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** The lower part of the panel; its height does not depend on what is selected. */
export function Details({ page, model, actions }: DetailsProps) {
  const { tools } = page;
  const step = tools.stepping && passSteps(model)[tools.stepping.at];
  if (step !== undefined) {
    return (
      <section class="details" aria-label="This step">
        <StepDetails step={step} model={model} actions={actions} />
      </section>
    );
  }
  if (tools.explaining !== undefined) {
    return (
      <section class="details" aria-label="Explanation">
        <Explained page={page} model={model} explanation={tools.replies.explanation} actions={actions} />
      </section>
    );
  }
  const { matrix } = tools.replies;
  if (tools.matrix !== undefined && matrix?.kind === tools.matrix) {
    return (
      <section class="details" aria-label="Derivatives">
        <Matrix matrix={matrix} actions={actions} />
      </section>
    );
  }
  if (!hasPlot(page, model)) return <Selected page={page} model={model} actions={actions} />;
  return (
    <div class="details halves">
      <Selected page={page} model={model} actions={actions} />
      <Pictures page={page} model={model} actions={actions} />
    </div>
  );
}

/** The selected node. */
function Selected({ page, model, actions }: DetailsProps) {
  const selection = selectionOf(page);
  return (
    <section class="details" aria-label="Details">
      {selection === undefined ? (
        model.nodes.length > 0 && <p class="say dim">Select a node to see its gradient written out.</p>
      ) : (
        <>
          <DetailsHead page={page} model={model} node={selection.node} details={selection.details} actions={actions} />
          <Derivation page={page} model={model} actions={actions} node={selection.node} details={selection.details} />
        </>
      )}
    </section>
  );
}

function DetailsHead({
  page,
  model,
  node,
  details,
  actions,
}: DetailsProps & {
  readonly node: NodeView;
  readonly details: NodeDetails | undefined;
}) {
  return (
    <div class="dhead">
      <span class="dname">{node.name}</span>
      <NodeKind node={node} kind={details?.kind} actions={actions} />
      <span class="dnums">
        {node.kind !== "inputs" && (
          <span title={node.value.full}>
            value <b class="num">{node.value.six}</b>
          </span>
        )}
        {node.gradient != null && (
          <span class="g" title={node.gradient.full}>
            gradient <b class="num">{node.gradient.six}</b>
          </span>
        )}
        <span class="dtools">
          <NodeButtons page={page} model={model} node={node} actions={actions} />
        </span>
      </span>
    </div>
  );
}

/** What can be done with the selected node. */
function NodeButtons({ page, model, node, actions }: DetailsProps & { readonly node: NodeView }) {
  const isPlottable = plottedInput(model, node.id) !== undefined;
  return (
    <>
      {isPlottable && (
        <IconButton
          icon="graph-line"
          label={`Plot ${model.resultName} Along ${node.name} (L)`}
          pressed={page.tools.isPlotOpen}
          onClick={() => {
            actions.togglePlot();
          }}
        />
      )}
      <MatrixButtons page={page} model={model} node={node} actions={actions} />
      <FoldButtons node={node} actions={actions} />
      <IconButton
        icon="question"
        label="Explain Gradient (E)"
        onClick={() => {
          actions.explain(node.id);
        }}
      />
    </>
  );
}

/** The ways into what is folded, and the one to fold more. */
function FoldButtons({ node, actions }: Pick<DetailsProps, "actions"> & { readonly node: NodeView }) {
  return (
    <>
      {node.unfolds != null && (
        <button
          type="button"
          class="link"
          title="Unfold (U)"
          onClick={() => {
            actions.toggleFold(node.id);
          }}
        >
          Unfold
        </button>
      )}
      {node.folds != null && (
        <button
          type="button"
          class="link"
          title={`Fold What Is Around (${node.unfolds == null ? "U" : "Shift+U"})`}
          onClick={() => {
            actions.foldAround(node.id);
          }}
        >
          Fold
        </button>
      )}
      {node.enters != null && (
        <button
          type="button"
          class="link"
          title="Show Only What Is Inside (I)"
          onClick={() => {
            actions.enter(node.id);
          }}
        >
          Enter
        </button>
      )}
    </>
  );
}

/** The tables of derivatives belong to the result and to the inputs. */
function MatrixButtons({ page, model, node, actions }: DetailsProps & { readonly node: NodeView }) {
  if (node.kind === "step" || node.kind === "group") return null;
  return (
    <>
      {MATRICES.filter(({ kind }) => isMatrixFor(kind, model)).map(({ kind, icon, label }) => (
        <IconButton
          key={kind}
          icon={icon}
          label={label}
          pressed={page.tools.matrix === kind}
          onClick={() => {
            actions.toggleMatrix(kind);
          }}
        />
      ))}
    </>
  );
}

const MATRICES = [
  { kind: "hessian", icon: "table", label: "Second Derivatives (H)" },
  { kind: "jacobian", icon: "symbol-array", label: "Derivatives of All Results (J)" },
] as const;

function Derivation(props: DetailsProps & { readonly node: NodeView; readonly details: NodeDetails | undefined }) {
  const { page, model, actions, node, details } = props;
  if (details === undefined) return null;
  const paths = shownPaths(page, details);
  if (paths.length > 1) return <PathRows {...props} details={details} paths={paths} />;
  const path = paths[0];
  const factors = path === undefined ? [] : factorsOf(model, path);
  return (
    <>
      {details.sentence !== "" && (details.members == null || path !== undefined) && (
        <p class="say">
          <Words text={details.sentence} />
        </p>
      )}
      {path !== undefined && (
        <Chain
          of={factors[0]?.of ?? model.resultName}
          by={node.name}
          factors={factors}
          product={path.product}
          gradient={details.gradient ?? undefined}
          litEdge={page.pointed?.kind === "edge" ? page.pointed.edge : undefined}
          actions={actions}
        />
      )}
      {details.members != null && <Members members={details.members} of={node.name} actions={actions} />}
    </>
  );
}
