/** Private names, `#x`: each evaluation of a class makes its own, so that classes made by one function are strangers. */
import { ts } from "../../../parse.ts";
import { PrivateName } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import type { Context } from "../context.ts";
import { hasModifier } from "../syntax.ts";
import { frameAt, hopsBetween, type BlockScope, type Frame } from "../variables/scope.ts";

/** Declare the private names of a class; the answer makes them when the class is evaluated. */
export function declarePrivateNames(scope: BlockScope, node: ts.ClassLikeDeclaration): (frame: Frame) => void {
  const members = new Map<string, ts.ClassElement>();
  for (const member of node.members) {
    const { name } = member;
    if (name !== undefined && ts.isPrivateIdentifier(name)) members.set(name.text, member);
  }
  const slots = [...members].map(([name, member]) => ({
    name,
    slot: scope.declare(name, "hidden", -1).slot,
    method: ts.isPropertyDeclaration(member)
      ? undefined
      : { className: node.name?.text ?? ".", isStatic: hasModifier(member, ts.SyntaxKind.StaticKeyword) },
  }));
  return (frame) => {
    // No variable can be called `#x`, so the program never sees what these slots hold.
    for (const { name, slot, method } of slots) frame.slots[slot] = new PrivateName(name, method) as unknown as Value;
  };
}

/** Compile the private name that `#x` means here; undefined if no class around declares it. */
export function privateName(context: Context, node: ts.PrivateIdentifier): (frame: Frame) => PrivateName | undefined {
  const found = context.scope.find(node.text);
  if (found === undefined) return () => undefined;
  const hops = hopsBetween(context.scope.plan, found.binding.plan);
  const { slot } = found.binding;
  return (frame) => frameAt(frame, hops).slots[slot] as unknown as PrivateName;
}
