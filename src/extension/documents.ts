/** Which documents are looked at, and the text that the engine gets of them. */
import type * as vscode from "vscode";
import { LONGEST, type SourceText } from "../engine/request.ts";
import { languages } from "./ids.ts";

/** Stands for every text that is too long to be read: joining and copying such a one at every key would hold the host, only to hear that it is too long. */
const TOO_LONG = " ".repeat(LONGEST + 1);

/** Whether functions of a document can be shown. */
export function isSupported(document: vscode.TextDocument): boolean {
  return languages.some((language) => language === document.languageId);
}

/** Return the text; of one that is too long to be read another one that is so. */
export function sourceOf(document: vscode.TextDocument): SourceText {
  const isTooLong = document.offsetAt(document.positionAt(LONGEST + 1)) > LONGEST;
  return { uri: document.uri.toString(), text: isTooLong ? TOO_LONG : document.getText() };
}
