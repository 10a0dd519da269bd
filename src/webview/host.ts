/** The page's line to the extension: what it posts, and what it keeps over tab switches and reloads. */
import type { FromWebview } from "../protocol.ts";

/** What VS Code gives to a page, once. */
export interface VsCodeApi {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  /** Put there by VS Code; may be called once. */
  function acquireVsCodeApi(): VsCodeApi;
}
