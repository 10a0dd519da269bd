/** Writes a random program from rules: texts with holes that name what belongs into them. */
import type { Choices } from "./choices.ts";

/** A rule: source text in which `{x}` stands for something written by another rule. See `Writer.hole`. */
export type Rule = string;

/** The rules of a language by the name of what they write; `leaves` are those that need no others. */
export interface Grammar {
  readonly leaves: Readonly<Record<string, readonly Rule[]>>;
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly isConstant: boolean;
  /** Whether it is not visible from its declaration on, but later. */
  readonly isLate: boolean;
}

/** What encloses the place that is being written. */
interface Surroundings {
  readonly variables: readonly Variable[];
  readonly labels: readonly string[];
  readonly inLoop: boolean;
  readonly inSwitch: boolean;
  readonly inFunction: boolean;
  readonly inGenerator: boolean;
}

const OUTSIDE: Surroundings = {
  variables: [],
  labels: [],
  inLoop: false,
  inSwitch: false,
  inFunction: false,
  inGenerator: false,
};

/** Writes one program. */
export class Writer {
  private readonly grammar: Grammar;
  private readonly choices: Choices;
  private around = OUTSIDE;
  private names = 0;

  constructor(grammar: Grammar, choices: Choices) {
    this.grammar = grammar;
    this.choices = choices;
  }

  /** The names of the variables that can be read now, outermost first. */
  get visible(): string[] {
    return this.around.variables.map(({ name }) => name);
  }

  /** Write something of a type, at most `depth` rules deep. */
  write(type: string, depth: number): string {
    const leaves = this.grammar.leaves[type] ?? [];
    const rules = this.grammar.rules[type] ?? [];
    const useLeaf = rules.length === 0 || (leaves.length > 0 && (depth <= 0 || this.choices.below(6) === 0));
    if (leaves.length > 0 && (useLeaf || depth <= 0)) {
      const known = this.around.variables.filter((variable) => variable.type === type);
      if (known.length > 0 && this.choices.below(4) !== 0) return this.choices.of(known).name;
      return this.fill(this.choices.of(leaves), depth - 1);
    }
    return this.fill(this.choices.of(rules), depth - 1);
  }

  /** Write statements, a line each; what they declare is visible to what follows. */
  statements(count: number, depth: number): string {
    const lines: string[] = [];
    for (let i = 0; i < count; i++) lines.push(this.write("statement", depth));
    return lines.join("\n");
  }

  /** Fill the holes of a rule. Names that it declares are visible inside it only, but `{const:…}` and `{let:…}` after it. */
  private fill(rule: Rule, depth: number): string {
    const before = this.around;
    const declared: Variable[] = [];
    const text = rule.replace(/\{([^{}\s]+)\}/g, (_, hole: string) => this.hole(hole, depth, declared));
    const later = rule.includes("{each:") ? [] : declared.filter(({ isLate }) => isLate);
    this.around = { ...before, variables: [...before.variables, ...later] };
    return text;
  }

  /**
   * Write what a hole asks for: `{1}` the first name that the rule declared; `{=type}`, `{~type}` a new constant, a new
   * variable for the rest of the rule or up to `{/}`; `{each:type}` a constant for the rule's `{loop}` only; `{const:type}`, `{let:type}`
   * the same for what follows the rule; `{!type}` a variable to assign to; `{body:type}` a function's body that returns a type; `{generator}` a
   * generator's; `{loop}`, `{block}`, `{cases}` statements; `{label}` a new label; `{jump}` a jump that is allowed here;
   * everything else is the name of what to write.
   */
  private hole(hole: string, depth: number, declared: Variable[]): string {
    if (hole === "/") {
      const hidden = declared.filter(({ isLate }) => !isLate);
      this.around = {
        ...this.around,
        variables: this.around.variables.filter((variable) => !hidden.includes(variable)),
      };
      return "";
    }
    if (/^\d$/.test(hole)) return declared[Number(hole) - 1]!.name;
    if (hole === "label") {
      const label = `label${this.names++}`;
      this.around = { ...this.around, labels: [...this.around.labels, label] };
      return label;
    }
    const [, how, type] = /^(=|~|each:|const:|let:)(\w+)$/.exec(hole) ?? [];
    if (how !== undefined && type !== undefined) {
      const variable = {
        name: `${type}${this.names++}`,
        type,
        isConstant: how !== "~" && how !== "let:",
        isLate: how.length > 1,
      };
      declared.push(variable);
      if (how.length === 1) this.around = { ...this.around, variables: [...this.around.variables, variable] };
      return variable.name;
    }
    if (hole.startsWith("!")) return this.target(hole.slice(1));
    if (hole.startsWith("body:")) return this.body(hole.slice(5), depth);
    switch (hole) {
      case "generator":
        return this.generator(depth);
      case "loop":
        return this.inside(
          {
            inLoop: true,
            inSwitch: false,
            variables: [...this.around.variables, ...declared.filter(({ isLate }) => isLate)],
          },
          () => `{ tick(); ${this.few(depth)} }`,
        );
      case "block":
        return this.inside({}, () => `{ ${this.few(depth)} }`);
      case "cases":
        return this.inside({ inSwitch: true }, () => this.few(depth));
      case "jump":
        return this.jump(depth);
      default:
        return this.write(hole, depth);
    }
  }

  private few(depth: number): string {
    return this.statements(1 + this.choices.below(3), depth);
  }

  /** Write with other surroundings; what is declared there is not visible afterwards. */
  private inside(changed: Partial<Surroundings>, work: () => string): string {
    const before = this.around;
    this.around = { ...before, ...changed };
    const text = work();
    this.around = before;
    return text;
  }

  private body(type: string, depth: number): string {
    const changed = { labels: [], inLoop: false, inSwitch: false, inFunction: true, inGenerator: false };
    return this.inside(changed, () => {
      const lines = this.statements(this.choices.below(3), depth - 1);
      return `{ tick(); ${lines} return ${this.write(type, depth)}; }`;
    });
  }

  private generator(depth: number): string {
    const changed = { labels: [], inLoop: false, inSwitch: false, inFunction: true, inGenerator: true };
    return this.inside(changed, () => {
      const lines = this.statements(1 + this.choices.below(3), depth - 1);
      return `{ tick(); yield ${this.write("number", depth)}; ${lines} yield ${this.write("number", depth)}; }`;
    });
  }

  private target(type: string): string {
    const known = this.around.variables.filter((variable) => variable.type === type && !variable.isConstant);
    return known.length === 0 ? `box.${type}` : this.choices.of(known).name;
  }

  private jump(depth: number): string {
    const { labels, inLoop, inSwitch, inFunction, inGenerator } = this.around;
    const jumps = [
      ...(inLoop || inSwitch ? ["break;"] : []),
      ...(inLoop ? ["continue;"] : []),
      ...labels.flatMap((label) => [`break ${label};`, `continue ${label};`]),
      ...(inFunction ? ["return;", "return {number};"] : []),
      ...(inGenerator ? ["yield {number};", "log.push(yield {number});", "yield* {array};"] : []),
    ];
    return this.inside(
      {},
      () => `if (${this.write("boolean", depth)}) { ${this.fill(this.choices.of([";", ...jumps]), depth)} }`,
    );
  }
}
