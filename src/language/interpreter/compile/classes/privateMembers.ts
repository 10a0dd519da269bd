/** Private members of objects, `object.#name`, and what V8 says of objects that have none. */
import type { Machine } from "../../machine.ts";
import { ObjectValue } from "../../values/objects.ts";
import { type PrivateName, type Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";

/** Find a private member; a TypeError of the program's if the object has none. */
function privateMember(
  machine: Machine,
  object: Value,
  name: PrivateName | undefined,
  doing: "read" | "write",
): Property {
  const member = object instanceof ObjectValue && name !== undefined ? object.privates?.get(name) : undefined;
  if (member !== undefined) return member;
  throw machine.error("TypeError", missingMember(object, name, doing));
}

function missingMember(object: Value, name: PrivateName | undefined, doing: "read" | "write"): string {
  const text = name?.description ?? "#private";
  const isNothing = object === undefined || object === null;
  const method = name?.method;
  // Methods and accessors are looked for as one thing, by the class.
  if (method?.isStatic === true) return `Receiver must be class ${method.className}`;
  if (method !== undefined)
    return isNothing
      ? `Cannot read properties of ${String(object)} (reading '${method.className}')`
      : `Receiver must be an instance of class ${method.className}`;
  if (isNothing)
    return doing === "read"
      ? `Cannot read properties of ${String(object)} (reading '${text}')`
      : `Cannot set properties of ${String(object)} (setting '${text}')`;
  const [verb, whose] = doing === "read" ? ["read", "from"] : ["write", "to"];
  return `Cannot ${verb} private member ${text} ${whose} an object whose class did not declare it`;
}

/** Read `object.#name`. */
export function readPrivate(machine: Machine, object: Value, name: PrivateName | undefined): Value {
  const member = privateMember(machine, object, name, "read");
  if (!member.isAccessor) return member.value;
  if (member.getter === undefined)
    throw machine.error("TypeError", `'${name?.description ?? ""}' was defined without a getter`);
  return member.getter.call(machine, object, []);
}

/** Write `object.#name = value`. */
export function writePrivate(machine: Machine, object: Value, name: PrivateName | undefined, value: Value): void {
  const member = privateMember(machine, object, name, "write");
  if (member.isAccessor) {
    if (member.setter === undefined)
      throw machine.error("TypeError", `'${name?.description ?? ""}' was defined without a setter`);
    member.setter.call(machine, object, [value]);
  } else if (!member.writable)
    throw machine.error("TypeError", `Private method '${name?.description ?? ""}' is not writable`);
  else member.value = value;
}
