/** Compiles the text of a regular expression to a program. */
import { RegExpParser, visitRegExpAST, type AST } from "@eslint-community/regexpp";
import { characterSet, foldedCharacter, StringSet } from "./characters.ts";
import type { Instruction, Program } from "./program.ts";
import * as code from "./program.ts";

/** No property of strings has a longer member. */
const LONGEST_SEQUENCE = 40;

/** Compile a pattern that the host has found correct; throws the parser's error for syntax that is newer than it. */
export function compilePattern(source: string, flags: string): Program {
  const unicode = flags.includes("u");
  const unicodeSets = flags.includes("v");
  const parser = new RegExpParser({ ecmaVersion: 2024 });
  const pattern = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets });
  return new Compiler(flags, pattern).program();
}

/** The flags of a regular expression that change what a single character matches. */
function characterFlagsOf(flags: string): string {
  return flags.replace(/[^isuv]/g, "");
}

class Compiler {
  private readonly flags: string;
  private readonly ignoreCase: boolean;
  private readonly multiline: boolean;
  private readonly pattern: AST.Pattern;
  private readonly groups = new Map<AST.Node, number>();
  /** Where the groups begin, in order. */
  private readonly starts: number[] = [];
  private readonly names: (readonly [string, number])[] = [];
  private readonly instructions: Instruction[] = [];
  private slots: number;

  constructor(flags: string, pattern: AST.Pattern) {
    this.flags = characterFlagsOf(flags);
    this.ignoreCase = flags.includes("i");
    this.multiline = flags.includes("m");
    this.pattern = pattern;
    visitRegExpAST(pattern, {
      onCapturingGroupEnter: (group) => {
        const index = this.groups.size + 1;
        this.groups.set(group, index);
        this.starts.push(group.start);
        if (group.name !== null) this.names.push([group.name, index]);
      },
    });
    this.slots = 2 * (this.groups.size + 1);
  }

  program(): Program {
    this.alternatives(this.pattern.alternatives, false);
    this.emit({ kind: code.MATCH });
    const begin = this.instructions.find(({ kind }) => kind !== code.SAVE)!;
    const isLead = begin.kind === code.CHARACTER || (begin.kind === code.RUN && begin.low > 0);
    const isLiteral = isLead && begin.set === undefined && begin.code < 0xd800;
    return {
      instructions: this.instructions,
      groupCount: this.groups.size + 1,
      slotCount: this.slots,
      names: this.names,
      unicode: /[uv]/.test(this.flags),
      characterFlags: this.flags,
      first: isLiteral ? begin.code : -1,
      lead: isLead && !isLiteral ? begin : undefined,
    };
  }

  private emit(fields: Partial<Instruction> & { readonly kind: number }): Instruction {
    const instruction: Instruction = {
      kind: fields.kind,
      code: fields.code ?? -1,
      set: fields.set,
      strings: fields.strings,
      groups: fields.groups,
      slot: fields.slot ?? 0,
      low: fields.low ?? 0,
      high: fields.high ?? 0,
      flag: fields.flag ?? false,
      backward: fields.backward ?? false,
      target: fields.target ?? 0,
    };
    this.instructions.push(instruction);
    return instruction;
  }

  private get here(): number {
    return this.instructions.length;
  }

  private alternatives(alternatives: readonly AST.Alternative[], backward: boolean): void {
    const jumps: Instruction[] = [];
    alternatives.forEach((alternative, index) => {
      const isLast = index === alternatives.length - 1;
      const split = isLast ? undefined : this.emit({ kind: code.SPLIT });
      const elements = backward ? alternative.elements.toReversed() : alternative.elements;
      for (const element of elements) this.element(element, backward);
      if (split === undefined) return;
      jumps.push(this.emit({ kind: code.JUMP }));
      split.target = this.here;
    });
    for (const jump of jumps) jump.target = this.here;
  }

  private element(element: AST.Element, backward: boolean): void {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        this.emit({ ...this.character(element), backward });
        break;
      case "Quantifier":
        this.quantifier(element, backward);
        break;
      case "CapturingGroup": {
        const slot = 2 * this.groups.get(element)!;
        this.emit({ kind: code.SAVE, slot: backward ? slot + 1 : slot });
        this.alternatives(element.alternatives, backward);
        this.emit({ kind: code.SAVE, slot: backward ? slot : slot + 1 });
        break;
      }
      case "Group":
        this.alternatives(element.alternatives, backward);
        break;
      case "Backreference": {
        const groups = [element.resolved].flat().map((group) => this.groups.get(group)!);
        this.emit({ kind: code.REFERENCE, groups, flag: this.ignoreCase, backward });
        break;
      }
      case "Assertion":
        this.assertion(element);
    }
  }

  /** The instruction for one character, to be made one of CHARACTER, RUN or STRINGS. */
  private character(
    element: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass,
  ): Partial<Instruction> & { readonly kind: number } {
    if (element.type === "Character") {
      const folds = this.ignoreCase && (element.value > 127 || /[a-z]/i.test(String.fromCharCode(element.value)));
      if (!folds) return { kind: code.CHARACTER, code: element.value };
      return { kind: code.CHARACTER, set: foldedCharacter(element.value, this.flags) };
    }
    const longest = longestString(element);
    if (longest < 0) return { kind: code.CHARACTER, set: characterSet(element.raw, this.flags) };
    return { kind: code.STRINGS, strings: new StringSet(element.raw, this.flags, longest) };
  }

  private assertion(assertion: AST.Assertion): void {
    switch (assertion.kind) {
      case "start":
        this.emit({ kind: code.START, flag: this.multiline });
        break;
      case "end":
        this.emit({ kind: code.END, flag: this.multiline });
        break;
      case "word":
        this.emit({ kind: code.WORD, flag: assertion.negate, set: characterSet("\\w", this.flags) });
        break;
      case "lookahead":
      case "lookbehind": {
        const look = this.emit({ kind: code.LOOK, flag: assertion.negate });
        this.alternatives(assertion.alternatives, assertion.kind === "lookbehind");
        this.emit({ kind: code.MATCH });
        look.target = this.here;
      }
    }
  }

  private quantifier({ element, min, max, greedy }: AST.Quantifier, backward: boolean): void {
    if (max === 0) return;
    if (element.type.startsWith("Character") || element.type === "ExpressionCharacterClass") {
      const single = this.character(element as AST.Character);
      if (single.kind === code.CHARACTER) {
        this.emit({ ...single, kind: code.RUN, low: min, high: max, flag: !greedy, backward });
        return;
      }
    }
    const first = this.groupsBefore(element.start) + 1;
    const forget = { low: 2 * first, high: 2 * (this.groupsBefore(element.end) + 1) };
    if (canBeEmpty(element) || min > 1 || (max !== 1 && max !== Infinity))
      this.countedLoop(element, { min, max, greedy, backward, forget });
    else this.plainLoop(element, { min, max, greedy, backward, forget });
  }

  /** How many groups begin before a place of the pattern. */
  private groupsBefore(place: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** `x?`, `x*`, `x+` of something that matches at least a character: no counting. */
  private plainLoop(element: AST.Element, loop: Loop): void {
    if (loop.min === 1 && loop.max === 1) {
      this.element(element, loop.backward);
      return;
    }
    const start = this.here;
    if (loop.min === 1) {
      if (loop.forget.high > loop.forget.low) this.emit({ kind: code.FORGET, ...loop.forget });
      this.element(element, loop.backward);
      this.emit({ kind: code.SPLIT, flag: loop.greedy, target: start });
      return;
    }
    const split = this.emit({ kind: code.SPLIT, flag: !loop.greedy });
    if (loop.forget.high > loop.forget.low) this.emit({ kind: code.FORGET, ...loop.forget });
    this.element(element, loop.backward);
    if (loop.max === Infinity) this.emit({ kind: code.JUMP, target: start });
    split.target = this.here;
  }

  private countedLoop(element: AST.Element, { min, max, greedy, backward, forget }: Loop): void {
    const slot = this.slots;
    this.slots += 2;
    this.emit({ kind: code.COUNT, slot });
    const target = this.here;
    const loop = this.emit({ kind: code.LOOP, slot, low: min, high: max, flag: !greedy });
    this.emit({ kind: code.ROUND, slot, ...forget });
    this.element(element, backward);
    this.emit({ kind: code.REPEAT, slot, low: min, target });
    loop.target = this.here;
  }
}

interface Loop {
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
  readonly backward: boolean;
  /** The slots of the groups inside. */
  readonly forget: { readonly low: number; readonly high: number };
}

function canBeEmpty(element: AST.Element): boolean {
  switch (element.type) {
    case "Character":
      return false;
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass":
      return longestString(element) >= 0;
    case "Assertion":
    case "Backreference":
      return true;
    case "Quantifier":
      return element.min === 0 || canBeEmpty(element.element);
    case "Group":
    case "CapturingGroup":
      return element.alternatives.some((alternative) => alternative.elements.every(canBeEmpty));
  }
}

/** The length of the longest string in a class; -1 if it has single characters only. */
function longestString(element: AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass): number {
  let longest = -1;
  visitRegExpAST(element, {
    onCharacterSetEnter: (set) => {
      if (set.kind === "property" && set.strings) longest = Math.max(longest, LONGEST_SEQUENCE);
    },
    onStringAlternativeEnter: (alternative) => {
      // Beside strings there may be single characters, which are up to two units long.
      longest = Math.max(longest, 2, alternative.raw.length);
    },
  });
  return longest;
}
