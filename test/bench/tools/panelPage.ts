/** The panel's page in a browser without VS Code, and models for it. */
export { sealed } from "../../../src/view/sealed.ts";
export { openBrowser, openPanel } from "../../webview/harness.ts";
export { posted } from "../../webview/posted.ts";
export { modelOf } from "./stages.ts";
