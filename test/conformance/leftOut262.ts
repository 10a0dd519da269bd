/** Which tests of test262 are not run, and why. */

/** What is known of a test before it is run. */
export interface Traits {
  readonly name: string;
  readonly flags: readonly string[];
  readonly features: readonly string[];
  /** Its text without its head. */
  readonly code: string;
}

interface Rule {
  readonly reason: string;
  readonly flags?: readonly string[];
  readonly features?: readonly string[];
  readonly code?: RegExp;
  readonly name?: RegExp;
}

const RULES: readonly Rule[] = [
  {
    reason: "async: nothing that a function returns can wait",
    flags: ["async"],
    features: [
      "async-functions",
      "async-iteration",
      "Symbol.asyncIterator",
      "top-level-await",
      "Promise.allSettled",
      "Promise.any",
      "Promise.prototype.finally",
    ],
    code: /\basync\b|\bawait\b|\bPromise\b/,
    name: /built-ins\/(?:Promise|Async)/,
  },
  {
    reason: "code from text (eval, Function, import()): nothing is executed but the text of files",
    features: ["dynamic-import"],
    code: /\beval\b|\bFunction\s*\(|GeneratorFunction\s*\(|\bGeneratorFunction\b.*(?:construct|instance)|\bnew (?:Generator)?Function\b|\bimport\s*\(|evalScript/,
    name: /built-ins\/(?:eval|GeneratorFunction)\/|language\/eval-code/,
  },
  {
    reason: "threads (Atomics, SharedArrayBuffer, agents)",
    features: ["Atomics", "SharedArrayBuffer"],
    code: /\bSharedArrayBuffer\b|\bAtomics\b|\$262\.agent/,
  },
  { reason: "several realms", features: ["cross-realm"], code: /createRealm/ },
  {
    reason: "garbage collection (WeakRef, FinalizationRegistry)",
    features: ["host-gc-required", "FinalizationRegistry"],
    code: /\$262\.gc\b/,
  },
  { reason: "tail calls: Node has none", features: ["tail-call-optimization"] },
  { reason: "`document.all`", features: ["IsHTMLDDA"] },
  { reason: "the time zone of dates: a run's clock stands", name: /built-ins\/Date\// },
  { reason: "`with`: TypeScript and modules forbid it", code: /\bwith\s*\(/ },
];

/** Why a test is left out; undefined if it is run. */
export function leftOut({ name, flags, features, code }: Traits): string | undefined {
  const hits = (rule: Rule): boolean =>
    (rule.flags?.some((flag) => flags.includes(flag)) ?? false) ||
    (rule.features?.some((feature) => features.includes(feature)) ?? false) ||
    (rule.code?.test(code) ?? false) ||
    (rule.name?.test(name) ?? false);
  return RULES.find(hits)?.reason;
}
