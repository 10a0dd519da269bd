/** The functions of test/cases/packages: small modules that import public packages, and what their comments say of each function. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A function of numbers whose gradient is compared. */
export interface GradientCase {
  readonly name: string;
  /** How far two derivatives may differ, relative to the derivative or the function's value, whichever is larger. */
  readonly tolerance: number;
  /** Why the tolerance is larger than the usual one; undefined if nothing is written. */
  readonly reason: string | undefined;
  /** The largest step of the differences, where kinks or edges of the domain are near. */
  readonly reach: number | undefined;
}

/** A module that imports a package. */
export interface PackageCase {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** Functions without parameters, whose results are compared. */
  readonly values: readonly string[];
  readonly gradients: readonly GradientCase[];
  /** The module as Node runs it. */
  readonly inNode: Readonly<Record<string, (...args: number[]) => unknown>>;
}

/** The largest tolerance that needs no reason. */
export const USUAL = 1e-9;

const folder = path.join(PROJECT_ROOT, "test/cases/packages");

/** Load every module of test/cases/packages into Node. */
export async function packageCases(): Promise<readonly PackageCase[]> {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".mjs"));
  return Promise.all(
    files.map(async (file) => {
      const uri = pathToFileURL(path.join(folder, file)).href;
      const text = fs.readFileSync(path.join(folder, file), "utf8");
      const inNode = (await import(uri)) as PackageCase["inNode"];
      const names = [...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => name!);
      const values = names.filter((name) => inNode[name]!.length === 0);
      const gradients = names.filter((name) => inNode[name]!.length > 0).map((name) => gradientCase(text, name));
      return { file, uri, text, values, gradients, inNode };
    }),
  );
}

/** Read a function's tags: `@at` is the interpreter's own, `@tolerance NUMBER [because …]` and `@reach NUMBER` are ours. */
function gradientCase(text: string, name: string): GradientCase {
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export function ${name}\\(`).exec(text)?.[1] ?? "";
  const tolerance = /@tolerance\s+(\S+)(?:\s+because\s+([^@]+))?/.exec(comment);
  const reach = /@reach\s+(\S+)/.exec(comment);
  return {
    name,
    tolerance: Number(tolerance?.[1]),
    reason: tolerance?.[2]?.trim(),
    reach: reach === null ? undefined : Number(reach[1]),
  };
}

/** Read a file from the disk; undefined if there is none. */
export function readFile(uri: string): string | undefined {
  const file = new URL(uri);
  return fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file, "utf8") : undefined;
}
