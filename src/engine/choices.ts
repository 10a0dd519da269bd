/** Which of the choices that came with a request is a function's. */
import { parse } from "../language/parse.ts";
import { functionsOf } from "../language/text/functions.ts";
import { writtenName, type Chosen, type FunctionInfo, type RunRequest } from "./request.ts";

/** Return what was chosen for a function: the choice for the place of its name, else that for its name if it is for no other function of the file, else that for what it was called before. */
export function choiceFor(
  { name, namePlace }: FunctionInfo,
  { source, choices }: Pick<RunRequest, "source" | "choices">,
): Chosen | undefined {
  const written = writtenName(name);
  const exact = choices.find((choice) => choice.start === namePlace.start && writtenName(choice.name) === written);
  if (exact !== undefined) return exact;
  const named = choices.find((choice) => choice.name === name);
  if (named === undefined) return choices.find((choice) => choice.start === namePlace.start);
  if (named.start === undefined) return named;
  const isForOther = functionsOf(parse(source.uri, source.text)).some(
    (other) => other.namePlace.start === named.start && writtenName(other.name) === written,
  );
  return isForOther ? undefined : named;
}
