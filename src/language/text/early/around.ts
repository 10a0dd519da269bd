/** What stands around a place of the text, as far as the rules of the language ask for it, and how a rule says that it is broken. */
import { ts } from "../../parse.ts";

/** A block with the names that it declares. */
export interface Names {
  readonly declared: Map<string, Declared>;
  readonly parent: Names | undefined;
  /** Whether `var`s inside belong to it. */
  readonly isFunction: boolean;
  /** Whether functions are declared in it like variables by `var`, so that the last of a name counts. */
  readonly joinsFunctions: boolean;
}

/** What a name was declared as. `merged` are enums, namespaces, and what TypeScript lets them extend. */
export interface Declared {
  readonly kind: "lexical" | "function" | "parameter" | "caught" | "merged" | "import";
  readonly node: ts.Node;
}

/** The private names of a class. */
export interface PrivateNames {
  readonly names: ReadonlySet<string>;
  readonly parent: PrivateNames | undefined;
}

/** What stands around a place. */
export interface Around {
  readonly isStrict: boolean;
  readonly isModule: boolean;
  /** What `await` means: it waits, it stands where nothing may wait, or it is a name like others. */
  readonly waiting: "allowed" | "forbidden" | "top";
  readonly isGenerator: boolean;
  /** Inside the parameter list of a generator or of an `async` function, where neither `yield` nor `await` may stand. */
  readonly isParameterOf: "generator" | "async" | undefined;
  readonly canReturn: boolean;
  readonly canBreak: boolean;
  readonly canContinue: boolean;
  /** The labels that `break` may name, and whether `continue` may, too. */
  readonly labels: ReadonlyMap<string, boolean>;
  readonly canCallSuper: boolean;
  readonly canReadSuper: boolean;
  readonly hasNewTarget: boolean;
  /** Whether `arguments` has no meaning here: the values of fields and static blocks. */
  readonly lacksArguments: boolean;
  readonly privates: PrivateNames | undefined;
  readonly names: Names;
}

/** Takes an error: where, what is wrong, and what to do about it. */
export type Report = (place: ts.Node, message: string, help: string) => void;

/** A block's names, empty. */
export function namesIn(
  parent: Names | undefined,
  { isFunction, joinsFunctions }: { readonly isFunction: boolean; readonly joinsFunctions: boolean },
): Names {
  return { declared: new Map(), parent, isFunction, joinsFunctions };
}

/** Whether a member, a function or a declaration has a modifier. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === kind) === true;
}

/** Whether a statement only tells the types of something that is elsewhere. */
export function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

/** The identifiers of a name or a pattern. */
export function boundIdentifiers(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return name.text === "" ? [] : [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundIdentifiers(element.name)));
}
