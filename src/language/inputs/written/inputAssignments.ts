/** Puts what a tag or the panel sets into the plan of a function's inputs. */
import type { Finding } from "../../finding.ts";
import { nameList } from "../../pathName.ts";
import type { Place } from "../../span.ts";
import type { InputSource } from "../../trace.ts";
import type { InputPlan, PlannedParameter, PlannedPart, Planning } from "../plan.ts";
import { RECEIVER } from "./roots.ts";
import { parseAssignments, type Assignment } from "./tags.ts";

type Assigned = Pick<InputPlan, "receiver" | "parameters">;

/** Apply the assignments of `@at`, then those of the panel. What does not fit the function becomes a finding. */
export function applyAssignments(
  planning: Planning,
  plan: Assigned,
  at: readonly Assignment[],
  changed: Readonly<Record<string, string>>,
): Assigned {
  let assigned = plan;
  const names = new Set<string>();
  for (const assignment of at) {
    const { name, place } = assignment.target;
    if (names.has(name)) planning.findings.push(setTwice(name, place));
    names.add(name);
    assigned = assign(planning, assigned, assignment, "at");
  }
  for (const [name, text] of Object.entries(changed)) {
    const file = `panel:${name}`;
    const whole = `${name} = ${text}`;
    const { entries, findings } = parseAssignments(whole, file);
    const [entry] = entries;
    planning.texts.set(file, whole);
    if (entry === undefined || entries.length > 1 || findings.length > 0)
      planning.findings.push(unreadable(planning, name, text, findings[0]));
    // A name that the function has no longer was changed for an older text; nobody wants to hear of it.
    else if (planning.roots.some((root) => root.name === entry.target.root))
      assigned = assign(planning, assigned, entry, "panel");
  }
  return assigned;
}

function assign(planning: Planning, plan: Assigned, { target, value }: Assignment, source: InputSource): Assigned {
  const root = planning.roots.find(({ name }) => name === target.root);
  if (root === undefined) {
    planning.findings.push(unknownName(planning, target.name, target.place, "`@at` sets"));
    return plan;
  }
  const part: PlannedPart = {
    path: [...root.path, ...target.path],
    place: target.place,
    expression: value,
    source,
    borrowed: [],
  };
  const put = (parameter: PlannedParameter): PlannedParameter =>
    part.path.length === 0
      ? { ...parameter, value: part, parts: [] }
      : { ...parameter, parts: [...parameter.parts, part] };
  if (root.parameter === RECEIVER)
    return plan.receiver === undefined ? plan : { ...plan, receiver: put(plan.receiver) };
  return {
    ...plan,
    parameters: plan.parameters.map((parameter, index) => (index === root.parameter ? put(parameter) : parameter)),
  };
}

/** Return the finding for a name that the function does not have. */
export function unknownName(
  { found, roots }: Pick<Planning, "found" | "roots">,
  name: string,
  place: Place,
  doing: string,
): Finding {
  const names = roots.map((root) => root.name);
  const help = names.length === 0 ? "It has no parameters; remove the name." : `Its inputs are ${nameList(names)}.`;
  const message = `${doing} \`${name}\`, which is no input of \`${found.name}\`.`;
  return { code: "input/unknown-name", severity: "warning", message, help, place };
}

function setTwice(name: string, place: Place): Finding {
  const message = `\`@at\` sets \`${name}\` a second time; this value counts.`;
  return { code: "input/tag-syntax", severity: "warning", message, help: "Remove one of the two.", place };
}

function unreadable({ found, roots }: Planning, name: string, text: string, finding: Finding | undefined): Finding {
  const place = roots.find((root) => name.startsWith(root.name))?.place ?? found.namePlace;
  const reason = finding?.message.replace(/^This cannot be read: /, "") ?? "one value is expected.";
  const message = `The value \`${text}\` of \`${name}\` cannot be read: ${reason}`;
  return {
    code: "input/tag-syntax",
    severity: "warning",
    message,
    help: "Write one value, as in `2` or `[1, 2]`.",
    place,
  };
}
