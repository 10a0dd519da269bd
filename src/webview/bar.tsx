/** Messages over the picture: why it is older than the text, where a run stopped, what is doubtful. */
import { useState } from "preact/hooks";
import type { PanelState } from "../protocol.ts";
import type { FindingView } from "../view/model.ts";
import type { Actions } from "./actions.ts";
import { Icon, type IconName } from "./icon.tsx";
import { SourceButton, Words } from "./words.tsx";

interface Message {
  readonly icon: IconName;
  readonly text: string;
  readonly finding: FindingView | undefined;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** The bar at the top of the picture; nothing if there is nothing to say. */
export function Bar({
  shown,
  problem,
  actions,
}: {
  readonly shown: PanelState;
  readonly problem: string;
  readonly actions: Actions;
}) {
  const [isOpen, setOpen] = useState(false);
  const messages = messagesOf(shown, problem);
  if (messages.length === 0) return null;
  const seen = isOpen ? messages : messages.slice(0, 1);
  return (
    <div class="bar" role="status">
      {seen.map((message, index) => (
        <div class="message" key={index}>
          <Icon name={message.icon} />
          <span class="text">
            <Words text={message.text} />
          </span>
          {index === 0 && messages.length > 1 && (
            <button
              type="button"
              class="link"
              aria-expanded={isOpen}
              onClick={() => {
                setOpen(!isOpen);
              }}
            >
              {isOpen ? "Show Less" : `${messages.length - 1} More`}
            </button>
          )}
          {message.finding !== undefined && (
            <SourceButton
              source={message.finding.source}
              text={`Go to Line ${message.finding.source.line}`}
              actions={actions}
            />
          )}
        </div>
      ))}
    </div>
  );
}

function messagesOf(shown: PanelState, problem: string): Message[] {
  const messages: Message[] = problem === "" ? [] : [{ icon: "error", text: problem, finding: undefined }];
  if (shown.kind === "graph") {
    if (shown.outdated != null) {
      const { message, source } = shown.outdated;
      const text = `Showing the last version that worked. Line ${source.line}: ${message}`;
      messages.push({ icon: "history", text, finding: shown.outdated });
    }
    messages.push(...sorted(shown.model.findings).map(fromFinding));
  } else if (shown.kind === "rejected") {
    messages.push(...sorted(shown.findings).map(fromFinding));
  }
  return messages;
}

function fromFinding(finding: FindingView): Message {
  const text = finding.help === "" ? finding.message : `${finding.message} ${finding.help}`;
  return { icon: finding.severity, text, finding };
}

function sorted(findings: readonly FindingView[]): FindingView[] {
  return [...findings].sort((one, other) => RANK[one.severity] - RANK[other.severity]);
}
