/** What one panel shows, as plain data, and where its function is after its text or its file's address has changed. */
import * as vscode from "vscode";
import type { FunctionInfo, Target } from "../../engine/request.ts";
import type { PanelState } from "../../protocol.ts";
import type { SourceLink } from "../../view/model.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import { inFiles, moved, type Choosing } from "./choices.ts";
import { shiftedSpan, still, type Move, type Shift } from "./shift.ts";

/** Names what one panel shows for as long as the panel lives. */
export type ShowingId = number;

/** A function of a file, as it is looked for. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly target: Target;
}

/** What one panel shows. Immutable: every change makes a new one, with a greater revision if something else is to be seen then. */
export interface Showing {
  readonly id: ShowingId;
  readonly revision: number;
  readonly subject: Subject | undefined;
  readonly pinned: boolean;
  /** Nothing is computed for a hidden panel. */
  readonly visible: boolean;
  /** The room that the panel has for the picture; undefined until one has said so. */
  readonly room: Size | undefined;
  /** What was chosen here, for whichever function. */
  readonly choices: readonly Choosing[];
  readonly state: PanelState;
  /** Where offsets of the file's text are now that the state's picture was made of. */
  readonly since: Shift;
  /** False as long as the state is only what the panel began with. */
  readonly hasResult: boolean;
  /** The function of the state's picture, and the stamp that the engine gave to the picture. */
  readonly function: FunctionInfo | undefined;
  readonly stamp: number | undefined;
}

/** A result that is to be shown. */
export type Result = Pick<Showing, "state" | "function" | "stamp">;

/** Return what a showing that stays with its function looks for, wherever the cursor goes and however the text above it grows. */
export function subjectByName({
  subject,
  function: shown,
}: Pick<Showing, "subject" | "function">): Subject | undefined {
  // Of another file is what was on show before the cursor went to this one.
  if (subject === undefined || shown?.namePlace.file !== subject.uri.toString()) return subject;
  return { uri: subject.uri, target: { kind: "name", name: shown.name, start: shown.namePlace.start } };
}

/** Note how the text of a file has changed: the function on show, and those that something was chosen for, are where they are now. */
export function afterEdit(showing: Showing, uri: vscode.Uri, shift: Shift): Showing {
  const file = uri.toString();
  const { subject, function: shown } = showing;
  const choices = moved(showing.choices, file, shift);
  if (subject?.uri.toString() !== file) return { ...showing, choices };
  return {
    ...showing,
    choices,
    subject: subjectAfter(subject, shift),
    function: shown && functionAfter(shown, shift),
    since: (offset) => shift(showing.since(offset)),
  };
}

/** Return where offsets of the text are that a state's picture was made of, now that the state takes the place of another. */
export function sinceOf(state: PanelState, { state: before, since }: Pick<Showing, "state" | "since">): Shift {
  if (state.kind !== "graph" || state.outdated === undefined) return still;
  // A picture of another time, of which nobody knows what has changed meanwhile.
  return before.kind === "graph" && before.model === state.model ? since : () => undefined;
}

/** Return where in the text something is now that the panel shows; undefined where that is not known. */
export function presentPlace(
  source: SourceLink,
  { state, subject, since }: Pick<Showing, "state" | "subject" | "since">,
): SourceLink | undefined {
  if (source.file !== subject?.uri.toString()) return source;
  // Why there is no newer picture is told of the text as it is.
  const reason = state.kind === "graph" ? state.outdated?.source : undefined;
  return reason?.start === source.start && reason.end === source.end ? source : shiftedSpan(source, since);
}

/** Note that files have another address now: what is shown and chosen in them goes along. */
export function afterMove(showing: Showing, now: Move): Showing {
  const { subject, function: shown } = showing;
  const choices = inFiles(showing.choices, now);
  const address = subject && now(subject.uri.toString());
  if (address === undefined) return { ...showing, choices };
  const place = { file: address };
  return {
    ...showing,
    choices,
    subject: { ...subject!, uri: vscode.Uri.parse(address, true) },
    function: shown && {
      ...shown,
      place: { ...shown.place, ...place },
      namePlace: { ...shown.namePlace, ...place },
    },
  };
}

function subjectAfter({ uri, target }: Subject, shift: Shift): Subject {
  return { uri, target: target.kind === "name" ? { ...target, start: shift(target.start) } : target };
}

/** A function whose name is somewhere else; where that is not known, it is where it was. */
function functionAfter(shown: FunctionInfo, shift: Shift): FunctionInfo {
  const { namePlace } = shown;
  return { ...shown, namePlace: { ...namePlace, start: shift(namePlace.start) ?? namePlace.start } };
}
