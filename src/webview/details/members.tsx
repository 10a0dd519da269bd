/** Some of the numbers that one node stands for, as a small table. */
import type { MembersView, MemberView } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { SourceButton } from "../frame/words.tsx";

/** The largest numbers of an array, the first and the last round of a loop, or what each use hands back. */
export function Members({
  members,
  of,
  actions,
}: {
  readonly members: MembersView;
  /** What is said of all of them above: the name of their array. */
  readonly of: string;
  readonly actions: Actions;
}) {
  const hasUsers = members.rows.some(({ usedBy }) => usedBy !== "");
  const hasValues = members.rows.some(({ value }) => value != null);
  return (
    <table class="members">
      <thead>
        <tr>
          <th scope="col">{members.title}</th>
          {hasValues && (
            <th scope="col" class="r">
              Value
            </th>
          )}
          <th scope="col" class="r">
            Gradient
          </th>
          <th scope="col">{hasUsers ? "Used by" : "Line"}</th>
        </tr>
      </thead>
      <tbody>
        {members.rows.map((row, index) => (
          <Member key={index} row={row} hasValue={hasValues} of={of} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}

function Member({
  row,
  hasValue,
  of,
  actions,
}: {
  readonly row: MemberView;
  readonly hasValue: boolean;
  readonly of: string;
  readonly actions: Actions;
}) {
  const { name, value, gradient, usedBy, source } = row;
  return (
    <tr>
      <th scope="row" title={name}>
        {name.startsWith(`${of}[`) ? name.slice(of.length) : name}
      </th>
      {hasValue && (
        <td class="r" title={value?.full}>
          {value?.short}
        </td>
      )}
      <td class="r g" title={gradient?.full}>
        {gradient?.short}
      </td>
      <td>
        {usedBy !== "" && <span class="dim">{usedBy}, </span>}
        {source != null && (
          <SourceButton
            source={source}
            text={`line ${source.line}`}
            label={`Go to line ${source.line}`}
            actions={actions}
          />
        )}
      </td>
    </tr>
  );
}
