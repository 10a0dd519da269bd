/** Messages over the picture: why it is older than the text, where a run stopped, what is doubtful. */
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OpenState } from "../../protocol.ts";
import type { FindingView, ViewModel, ViewNodeId } from "../../view/model.ts";
import { isStepsKey } from "../../view/picture/parts/steps.ts";
import type { Actions } from "../actions/actions.ts";
import type { Page } from "../state/page.ts";
import { Icon, type IconName } from "./icon.tsx";
import { HelpButton, isOfThePanel, SourceButton, Words } from "./words.tsx";

interface Message {
  readonly icon: IconName;
  readonly text: string;
  readonly finding: FindingView | undefined;
  readonly offers?: readonly Offer[];
}

/** Something that can be done about what a message says. */
interface Offer {
  readonly text: string;
  readonly take: () => void;
}

/** Findings after which a run may be allowed more. */
const ENDED_EARLY: readonly string[] = ["budget/steps", "budget/time"];

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** The bar at the top of the picture; nothing if there is nothing to say. */
export function Bar({
  shown,
  page: { selected, view },
  problem,
  actions,
}: {
  readonly shown: OpenState;
  readonly page: Page;
  readonly problem: string;
  readonly actions: Actions;
}) {
  const [isOpen, setOpen] = useState(false);
  const messages = [
    ...messagesOf(shown, problem, actions),
    // The table lists everything, folded or not.
    ...(shown.kind === "graph" && view === "graph" ? foldedMessages(shown.model, selected, actions) : []),
  ];
  const [first, ...others] = messages;
  const bar = useRef<HTMLDivElement>(null);
  const isLasting = shown.kind === "graph" && others.length === 0 && saysWhatIsFolded(shown.model);
  useRoom(bar, first !== undefined, isLasting && view === "graph");
  if (first === undefined) return null;
  return (
    <div ref={bar} class="bar" role="status">
      <MessageRow message={first} actions={actions}>
        {others.length > 0 && (
          <button
            type="button"
            class="link"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? "Show Less" : `${others.length} More`}
          </button>
        )}
      </MessageRow>
      {isOpen && others.map((message, index) => <MessageRow key={index} message={message} actions={actions} />)}
    </div>
  );
}

/** The table begins below all messages, and the picture below what stays above it: a message that comes beside that moves nothing in it. */
function useRoom(bar: RefObject<HTMLDivElement | null>, isShown: boolean, isLasting: boolean): void {
  useLayoutEffect(() => {
    const { current } = bar;
    if (current === null || !isShown) return undefined;
    const measure = (): void => {
      const { style } = current.parentElement!;
      style.setProperty("--bar", `${current.offsetHeight}px`);
      if (isLasting) style.setProperty("--under-bar", `${current.offsetHeight}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [isShown, isLasting]);
}

/** A message with what can be done about it. */
function MessageRow({
  message: { icon, text, offers, finding },
  actions,
  children,
}: {
  readonly message: Message;
  readonly actions: Actions;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="message">
      <Icon name={icon} />
      <div class="said">
        <span class="text">
          <Words text={text} />
        </span>
        <span class="links">
          {children}
          {offers?.map((offer) => (
            <button type="button" class="link" key={offer.text} onClick={offer.take}>
              {offer.text}
            </button>
          ))}
          {finding !== undefined && icon !== "history" && <HelpButton code={finding.code} actions={actions} />}
          {finding !== undefined && !isOfThePanel(finding) && (
            <SourceButton source={finding.source} text={`Go to Line ${finding.source.line}`} actions={actions} />
          )}
        </span>
      </div>
    </div>
  );
}

function messagesOf(shown: OpenState, problem: string, actions: Actions): Message[] {
  const messages: Message[] = problem === "" ? [] : [{ icon: "error", text: problem, finding: undefined }];
  if (shown.kind === "graph") {
    if (shown.outdated != null) {
      const { message, source } = shown.outdated;
      const place = isOfThePanel(shown.outdated) ? "" : `Line ${source.line}: `;
      const text = `Showing the last version that worked. ${place}${message}`;
      messages.push({ icon: "history", text, finding: shown.outdated });
    }
    const { model } = shown;
    // What only decides is said beside the input: a count or an index has no gradient in every function, and is no news.
    const news = model.findings.filter(({ code }) => code !== "input/deciding");
    messages.push(...sorted(news).map((finding) => explainable(fromFinding(finding, actions), model, actions)));
  } else if (shown.kind === "rejected") {
    messages.push(...sorted(shown.findings).map((finding) => fromFinding(finding, actions)));
  }
  return messages;
}

/** Whether it is said what the rule has folded: not inside of something, and not where a person has folded otherwise. */
export function saysWhatIsFolded({ folded, folding, inside }: ViewModel): boolean {
  const isChosen = folding != null && folding.open.length + folding.closed.length > 0;
  return folded != null && inside == null && !isChosen;
}

/** What was folded by the rule, as long as nobody has said otherwise. */
function foldedMessages(model: ViewModel, selected: ViewNodeId | undefined, actions: Actions): Message[] {
  const { folded } = model;
  if (folded == null || !saysWhatIsFolded(model)) return [];
  const onlyPath = {
    text: "Only This Path",
    take: () => {
      actions.showOnly(selected);
    },
  };
  const offers: Offer[] = [
    ...(model.nodes.some(({ unfolds }) => unfolds != null && !isStepsKey(unfolds))
      ? [{ text: "Unfold", take: actions.unfoldAll }]
      : []),
    ...(selected === undefined ? [] : [onlyPath]),
    {
      text: "Table",
      take: () => {
        actions.setView("table");
      },
    },
  ];
  return [{ icon: "fold", text: folded, finding: undefined, offers }];
}

function fromFinding(finding: FindingView, actions: Actions): Message {
  const text = finding.help === "" ? finding.message : `${finding.message} ${finding.help}`;
  const more = { text: "Allow More Steps", take: actions.allowMore };
  return { icon: finding.severity, text, finding, offers: ENDED_EARLY.includes(finding.code) ? [more] : [] };
}

/** Of a number that is none or has no end, a person wants to know why: of an input's gradient, else of the first such step. */
function explainable(message: Message, { nodes }: ViewModel, actions: Actions): Message {
  const strange = nodes.filter(({ marks }) => marks.includes("not-finite"));
  const node = strange.find(({ kind }) => kind === "input") ?? strange[0];
  if (node === undefined || message.finding?.code.startsWith("domain/") !== true) return message;
  const offer = {
    text: "Explain",
    take: () => {
      actions.explain(node.id);
    },
  };
  return { ...message, offers: [offer, ...(message.offers ?? [])] };
}

function sorted(findings: readonly FindingView[]): FindingView[] {
  return [...findings].sort((one, other) => RANK[one.severity] - RANK[other.severity]);
}
