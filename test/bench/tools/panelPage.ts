/** The panel's page in a browser without VS Code, and models for it. */
export { openBrowser, openPanel } from "../../webview/harness.ts";
export { modelOf } from "./stages.ts";
