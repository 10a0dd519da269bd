/** Private names: each declared once by its class, and known where it is used. */
import { ts } from "../../parse.ts";
import { hasModifier, type Around, type Report } from "./around.ts";

/** The private names that a class declares. */
export function privateNamesOf(node: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return new Set(
    node.members.flatMap(({ name }) => (name !== undefined && ts.isPrivateIdentifier(name) ? [name.text] : [])),
  );
}

/** Check the private names that a class declares. */
export function checkPrivateMembers(node: ts.ClassLikeDeclaration, report: Report): void {
  const seen = new Map<string, ts.ClassElement>();
  for (const member of node.members) {
    const { name } = member;
    if (name === undefined || !ts.isPrivateIdentifier(name) || isOverload(member)) continue;
    if (name.text === "#constructor") report(name, "No member can be called `#constructor`", "Give it another name.");
    const known = seen.get(name.text);
    if (known !== undefined && !isPair(known, member))
      report(name, `\`${name.text}\` is declared twice`, "Give one of the two another name.");
    seen.set(name.text, member);
  }
}

function isOverload(member: ts.ClassElement): boolean {
  return ts.isMethodDeclaration(member) && member.body === undefined;
}

/** Whether two members are the getter and the setter of one name. */
function isPair(one: ts.ClassElement, other: ts.ClassElement): boolean {
  const isStatic = (member: ts.ClassElement): boolean => hasModifier(member, ts.SyntaxKind.StaticKeyword);
  return (
    isStatic(one) === isStatic(other) &&
    ((ts.isGetAccessor(one) && ts.isSetAccessor(other)) || (ts.isSetAccessor(one) && ts.isGetAccessor(other)))
  );
}

/** Check the use of a private name. */
export function checkPrivateName(node: ts.PrivateIdentifier, { privates }: Around, report: Report): void {
  for (let around = privates; around !== undefined; around = around.parent) if (around.names.has(node.text)) return;
  report(node, `No class around declares \`${node.text}\``, "Declare it in the class, or correct its name.");
}
