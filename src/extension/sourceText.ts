/** A document's text for the engine. */
import type * as vscode from "vscode";
import { LONGEST, type SourceText } from "../engine/request.ts";
import { rangeOf } from "./links.ts";

/** Return the text; of one that is too long to be read as much as shows that it is, because joining and copying the whole at every key would hold the host. */
export function sourceOf(document: vscode.TextDocument): SourceText {
  const readable = rangeOf(document, { start: 0, end: LONGEST + 1 });
  const isLonger = document.offsetAt(readable.end) > LONGEST;
  return { uri: document.uri.toString(), text: isLonger ? document.getText(readable) : document.getText() };
}
