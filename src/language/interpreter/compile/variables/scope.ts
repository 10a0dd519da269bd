/** Variables: where each is kept, found out once when a function is compiled, and the frames that keep them while it runs. */
import { TDZ, type Value } from "../../values/values.ts";

/** The variables of one call, or of one round of a loop whose variables closures may keep. */
export class Frame {
  readonly slots: Value[];
  readonly parent: Frame | undefined;

  constructor(slots: Value[], parent: Frame | undefined) {
    this.slots = slots;
    this.parent = parent;
  }
}

/** The plan of a frame: the values that its slots start with. Slots may be added until code that uses the frame first runs. */
export class FramePlan {
  readonly initial: Value[] = [];
  readonly parent: FramePlan | undefined;

  constructor(parent: FramePlan | undefined) {
    this.parent = parent;
  }

  /** Add a slot and return its index. */
  add(initial: Value): number {
    return this.initial.push(initial) - 1;
  }

  /** A new frame with every variable at its start. */
  open(parent: Frame | undefined): Frame {
    return new Frame(copyOf(this.initial), parent);
  }
}

/** A copy of a list; the short ones, of which there are many, are made in the quickest way. */
function copyOf(list: readonly Value[]): Value[] {
  switch (list.length) {
    case 1:
      return [list[0]];
    case 2:
      return [list[0], list[1]];
    case 3:
      return [list[0], list[1], list[2]];
    case 4:
      return [list[0], list[1], list[2], list[3]];
    case 5:
      return [list[0], list[1], list[2], list[3], list[4]];
    case 6:
      return [list[0], list[1], list[2], list[3], list[4], list[5]];
    default:
      return list.slice();
  }
}

/** How a variable was declared, as far as it matters to its uses. */
export type BindingKind =
  "var" | "let" | "const" | "function" | "class" | "parameter" | "import" | "hidden" | "own-name";

/** A variable of the program, or one of ours (`this`, `new.target`). */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly slot: number;
  readonly plan: FramePlan;
  /** From this offset of the text on, in the same function, the variable is known to be initialised. */
  readonly declaredAt: number;
  /** An import: where the exporting module keeps the value. */
  readonly resolve?: (() => Value) | undefined;
  /** The variable is a property of the object that this one holds: an export of a namespace, a member of an enum. */
  readonly owner?: Binding | undefined;
}

/** A block of the text with its declarations. Several blocks can share a frame. */
export class BlockScope {
  readonly parent: BlockScope | undefined;
  readonly plan: FramePlan;
  /** Whether the block is a function's outermost, where `var` goes. */
  readonly isFunction: boolean;
  /** Slots that must be reset when the block is entered again, because something reads them before their declaration. */
  readonly resets: number[] = [];
  /** Whether declarations can be jumped over, as in a `switch`: then every read looks whether the variable is initialised. */
  isJumpedInto = false;
  /** Functions of blocks inside that are variables of this function, too, as in sloppy code. */
  blockFunctions: Set<unknown> | undefined = undefined;
  private readonly bindings = new Map<string, Binding>();

  constructor(parent: BlockScope | undefined, plan: FramePlan, isFunction: boolean) {
    this.parent = parent;
    this.plan = plan;
    this.isFunction = isFunction;
  }

  /** Declare a variable in this block; `var` and parameters start as undefined, the others uninitialised. */
  declare(name: string, kind: BindingKind, declaredAt: number): Binding {
    const known = this.bindings.get(name);
    if (known !== undefined) return known;
    const starts = kind === "var" || kind === "parameter" || kind === "hidden" ? undefined : TDZ;
    return this.bind({ name, kind, slot: this.plan.add(starts), plan: this.plan, declaredAt });
  }

  /** Add a binding that was made elsewhere. */
  bind(binding: Binding): Binding {
    this.bindings.set(binding.name, binding);
    return binding;
  }

  /** Declare a name for a property of the object that another variable holds. */
  bindMember(name: string, owner: Binding): void {
    this.bind({ name, kind: "var", slot: -1, plan: this.plan, declaredAt: -1, owner });
  }

  /** The binding of this block itself. */
  own(name: string): Binding | undefined {
    return this.bindings.get(name);
  }

  /** The block of the function that this block is in. */
  get ofFunction(): BlockScope {
    let block: BlockScope = this;
    while (!block.isFunction && block.parent !== undefined) block = block.parent;
    return block;
  }

  /** The names that mean something here, the innermost first. */
  *names(): Generator<string> {
    for (let block: BlockScope | undefined = this; block !== undefined; block = block.parent)
      for (const { name, kind } of block.bindings.values()) if (kind !== "hidden") yield name;
  }

  /** The binding that a name means here, with the block that declares it. */
  find(name: string): { readonly binding: Binding; readonly block: BlockScope } | undefined {
    for (let block: BlockScope | undefined = this; block !== undefined; block = block.parent) {
      const binding = block.bindings.get(name);
      if (binding !== undefined) return { binding, block };
    }
    return undefined;
  }
}

/** Give a module's frame, which is open while its statements are compiled, the variables of blocks that compiling has added. */
export function grown({ scope }: { readonly scope: BlockScope }, frame: Frame): Frame {
  const { initial } = scope.plan;
  for (let slot = frame.slots.length; slot < initial.length; slot++) frame.slots.push(initial[slot]);
  return frame;
}

/** How many frames lie between the frame that is current at `from` and the one of `to`. */
export function hopsBetween(from: FramePlan, to: FramePlan): number {
  let hops = 0;
  for (let plan: FramePlan | undefined = from; plan !== undefined; plan = plan.parent) {
    if (plan === to) return hops;
    hops++;
  }
  throw new Error("A variable's frame does not enclose its use.");
}

/** The frame `hops` further out. */
export function frameAt(frame: Frame, hops: number): Frame {
  let found = frame;
  for (let i = 0; i < hops; i++) found = found.parent!;
  return found;
}
