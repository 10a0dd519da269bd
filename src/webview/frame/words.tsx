/** Sentences with code in backticks, and links into the source. */
import type { FindingView, SourceLink } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";

/** A text in which what stands between backticks is code. */
export function Words({ text }: { readonly text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}

/** A link that moves the editor to a place. */
export function SourceButton(props: {
  readonly source: SourceLink;
  readonly text: string;
  readonly actions: Actions;
  readonly label?: string;
}) {
  return (
    <button
      type="button"
      class="link"
      aria-label={props.label}
      onClick={() => {
        props.actions.open(props.source);
      }}
    >
      {props.text}
    </button>
  );
}

/** The codes of messages about the panel itself: no line is to blame, and the documentation of findings does not tell of them. */
const OF_THE_PANEL = /^(?:view|engine)\//;

/** Return whether a message is about the panel itself rather than about the code. */
export function isOfThePanel({ code }: FindingView): boolean {
  return OF_THE_PANEL.test(code);
}

/** A link to what the documentation says of a finding; nothing for messages about the panel itself. */
export function HelpButton({ code, actions }: { readonly code: string; readonly actions: Actions }) {
  if (OF_THE_PANEL.test(code)) return null;
  return (
    <button
      type="button"
      class="link"
      title="What this means, and what to write instead"
      onClick={() => {
        actions.openHelp(code);
      }}
    >
      Learn More
    </button>
  );
}
