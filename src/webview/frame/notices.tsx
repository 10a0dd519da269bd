/** What stands in the place of a picture when there is none: always what to do next. */
import type { OpenState } from "../../protocol.ts";
import type { Actions } from "../actions/actions.ts";
import type { Page } from "../state/page.ts";
import { PinButton } from "./head.tsx";
import { Icon } from "./icon.tsx";
import { HelpButton, isOfThePanel, SourceButton, Words } from "./words.tsx";

type Shown<K extends OpenState["kind"]> = Extract<OpenState, { kind: K }>;

/** No function at the cursor: those of the file that would work. */
export function Empty({
  shown,
  isFirst,
  actions,
}: {
  readonly shown: Shown<"empty">;
  readonly isFirst: boolean;
  readonly actions: Actions;
}) {
  return (
    <main class="notice">
      <p>Put the cursor in a function that computes with numbers.</p>
      {shown.suggestions.length > 0 && (
        <ul class="suggestions" aria-label="Functions of this file">
          {shown.suggestions.map((link) => (
            <li key={`${link.source.start}`}>
              <SourceButton source={link.source} text={link.signature} actions={actions} />
              <span class="dim">line {link.source.line}</span>
            </li>
          ))}
        </ul>
      )}
      {isFirst && (
        <>
          <p class="dim">Change inputs here; nothing runs your code.</p>
          <div class="buttons">
            <button type="button" class="secondary" onClick={actions.openWalkthrough}>
              Open Walkthrough
            </button>
          </div>
        </>
      )}
    </main>
  );
}

/** The function uses something outside the subset, and nothing could be traced before that. */
export function Rejected({
  shown,
  page,
  actions,
}: {
  readonly shown: Shown<"rejected">;
  readonly page: Page;
  readonly actions: Actions;
}) {
  return (
    <main class="notice">
      <div class="noticehead">
        <p>
          <code>{shown.title}</code> cannot be drawn yet.
        </p>
        <PinButton page={page} actions={actions} />
      </div>
      <ul class="reasons">
        {shown.findings.map((finding, index) => (
          <li key={index}>
            <Icon name={finding.severity} />
            <div>
              <p>
                <Words text={finding.message} />{" "}
                {!isOfThePanel(finding) && (
                  <SourceButton source={finding.source} text={`Go to Line ${finding.source.line}`} actions={actions} />
                )}{" "}
                <HelpButton code={finding.code} actions={actions} />
              </p>
              {finding.help !== "" && (
                <p class="dim">
                  <Words text={finding.help} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** A mistake of ours. */
export function Failed({ shown, actions }: { readonly shown: Shown<"failed">; readonly actions: Actions }) {
  return (
    <main class="notice">
      <p>
        Computation Graph hit an internal error
        {shown.title === "" ? (
          "."
        ) : (
          <>
            {" "}
            while drawing <code>{shown.title}</code>.
          </>
        )}
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={actions.retry}>
          Try Again
        </button>
        <button
          type="button"
          class="secondary"
          onClick={() => {
            actions.copy(shown.message);
          }}
        >
          Copy Details
        </button>
        <button type="button" class="secondary" onClick={actions.report}>
          Report Issue
        </button>
      </div>
      <pre class="report" tabIndex={0} aria-label="Details of the error">
        {shown.message}
      </pre>
    </main>
  );
}
