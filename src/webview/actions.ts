/** What a person can do in the page; components call these and change nothing themselves. */
import type { InputView, SourceLink, ViewNodeId } from "../view/model.ts";
import type { Page, Pointed } from "./page.ts";

/** One function per thing that can be done. */
export interface Actions {
  readonly select: (node: ViewNodeId | undefined) => void;
  readonly point: (pointed: Pointed | undefined) => void;
  readonly choosePath: (path: number) => void;
  readonly open: (source: SourceLink) => void;
  /** `text` is the value as a TypeScript literal; undefined takes the change back. */
  readonly setInput: (input: InputView, text: string | undefined) => void;
  readonly chooseOutput: (key: string) => void;
  readonly toggleInputs: () => void;
  readonly setView: (view: Page["view"]) => void;
  readonly togglePin: () => void;
  readonly retry: () => void;
}
