/** Fields with the keyword `accessor`: a getter and a setter over a private field. */
import { ts } from "../../../parse.ts";
import { nameOf } from "../../builtins/define.ts";
import type { Machine } from "../../machine.ts";
import { NativeFunction } from "../../values/nativeFunction.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { PrivateName, Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import type { Context } from "../context.ts";
import { fieldValue, isStatic, memberKey, privatesOf, type ClassParts, type Member } from "./classFields.ts";
import { Field } from "./fields.ts";
import { readPrivate, writePrivate } from "./privateMembers.ts";

/** Compile a field with the keyword `accessor`. */
export function autoAccessor(context: Context, node: ts.AutoAccessorPropertyDeclaration): Member {
  const { machine } = context.unit;
  const onClass = isStatic(node);
  const valueOf = fieldValue(context, node);
  const define: Member["define"] = (frame, parts, key) => {
    const home = onClass ? parts.constructor : parts.prototype;
    const text = typeof key === "object" ? key.description : nameOf(key);
    const storage = new PrivateName(`#${text.replace(/^#/, "")}_accessor_storage`, undefined, text);
    const member = accessorOf(machine, storage, text, onClass ? parts.constructor : undefined);
    if (typeof key !== "object") home.define(key, member);
    else if (onClass) privatesOf(parts.constructor).set(key, member);
    else parts.fields.push(new Field(key, undefined, member));
    store(machine, parts, storage, valueOf(frame, home, key), onClass);
  };
  return { key: memberKey(context, node), define };
}

/** The getter and the setter; those of a class find its value also from a class that extends it. */
function accessorOf(machine: Machine, storage: PrivateName, text: string, holder: ObjectValue | undefined): Property {
  const { intrinsics } = machine;
  const getter = new NativeFunction(intrinsics.function, `get ${text}`, 0, (_, self) =>
    readPrivate(machine, holder ?? self, storage),
  );
  const setter = new NativeFunction(intrinsics.function, `set ${text}`, 1, (_, self, [value]) => {
    writePrivate(machine, holder ?? self, storage, value);
    return undefined;
  });
  return Property.accessor(getter, setter, false, true);
}

function store(
  machine: Machine,
  { constructor, fields, statics }: ClassParts,
  storage: PrivateName,
  value: (object: ObjectValue) => Value,
  onClass: boolean,
): void {
  if (!onClass) fields.push(new Field(storage, value));
  else
    statics.push(() => {
      machine.pay(1);
      privatesOf(constructor).set(storage, Property.data(value(constructor), true, false, false));
    });
}
