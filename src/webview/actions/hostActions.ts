/** What the host does for the page without anything changing here. */
import type { FromWebview } from "../../protocol.ts";
import type { Page } from "../state/page.ts";
import type { Actions } from "./actions.ts";

type HostActions = Pick<
  Actions,
  | "open"
  | "chooseOutput"
  | "togglePin"
  | "retry"
  | "report"
  | "openWalkthrough"
  | "allowMore"
  | "stop"
  | "openHelp"
  | "writeInputs"
  | "copy"
  | "leave"
>;

/** Return the actions: each is a message. */
export function hostActions({
  page,
  post,
}: {
  readonly page: () => Page;
  readonly post: (message: FromWebview) => void;
}): HostActions {
  return {
    open: (source) => {
      post({ kind: "open", source });
    },
    chooseOutput: (key) => {
      post({ kind: "chooseOutput", key });
    },
    togglePin: () => {
      post({ kind: "pin", pinned: !page().isPinned });
    },
    retry: () => {
      post({ kind: "retry" });
    },
    report: () => {
      post({ kind: "report" });
    },
    openWalkthrough: () => {
      post({ kind: "openWalkthrough" });
    },
    allowMore: () => {
      post({ kind: "allowMore" });
    },
    stop: () => {
      post({ kind: "stop" });
    },
    openHelp: (code) => {
      post({ kind: "openHelp", code });
    },
    writeInputs: () => {
      post({ kind: "writeInputs" });
    },
    copy: (text) => {
      post({ kind: "copy", text });
    },
    leave: () => {
      post({ kind: "leave" });
    },
  };
}
