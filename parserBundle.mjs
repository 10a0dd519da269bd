// Cuts TypeScript down to its parser: the package is one script of 9 MB that no bundler can shake, because everything in it is tied to everything.
// Here the ties are cut, so that esbuild keeps only what src/language uses. A test compares trees and errors with those of the whole package.
import { build } from "esbuild";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const root = import.meta.dirname;
const source = createRequire(import.meta.url).resolve("typescript");

/** Puts the cut parser in the place of the package `typescript`. @returns {import("esbuild").Plugin} */
export function parserBundle() {
  return {
    name: "parser-bundle",
    setup(build) {
      build.onResolve({ filter: /^typescript$/ }, () => ({ path: source, namespace: "parser" }));
      build.onLoad({ filter: /.*/, namespace: "parser" }, async () => ({
        contents: await parserModule(),
        loader: "js",
        resolveDir: path.dirname(source),
        watchDirs: languageFolders(),
      }));
    },
  };
}

/** The package as a module that esbuild can shake, with the messages that are used. */
async function parserModule() {
  const module = shakeable(fs.readFileSync(source, "utf8"), usedNames());
  const shaken = await build({
    stdin: { contents: module, loader: "js", resolveDir: path.dirname(source) },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  const used = new Set(Array.from(shaken.outputFiles[0].text.matchAll(/\bDiagnostics\.(\w+)/g), (match) => match[1]));
  return module.replace(/^ {2}(\w+): diag\(.*\),?\n/gm, (line, name) => (used.has(name) ? line : ""));
}

/** What src/language takes from the parser, as it is written there: `ts.name`. */
function usedNames() {
  const files = languageFolders().flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join(folder, name)),
  );
  const names = files.flatMap((file) =>
    Array.from(fs.readFileSync(file, "utf8").matchAll(/\bts\.(\w+)/g), (match) => match[1]),
  );
  return [...new Set(names)].sort();
}

function languageFolders() {
  const folder = path.join(root, "src/language");
  const inner = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.map((entry) => path.join(entry.parentPath, entry.name))];
}

/** Turns the script into a module whose parts do not need each other. @param {string} script @param {readonly string[]} names */
function shakeable(script, names) {
  const text = [
    // The wrapper, and the lists of everything that it exports.
    cut(/^[^]*?\nvar ts = \{\}; \(\(module\) => \{\n"use strict";\n/, ""),
    cut(/\nmodule\.exports = __toCommonJS\(typescript_exports\);/, ""),
    cut(/\n\/\/ Annotate the CommonJS export names[^]*$/, "\n"),
    cutAll(/\n__export\(\w+, \{\n[^]*?\n\}\);/g, ""),
    // What registers itself for editors.
    cutAll(/\nregister(?:Refactor|CodeFix)\((?:.*\);(?=\n)|[^]*?\n\}\);)/g, ""),
    // Fields of classes of the language server.
    cutAll(/\n_(?!Version\b)\w+\.\w+ = (?:.*;(?=\n)|\{\n[^]*?\n\};)/g, ""),
    // The file system, the console and the settings that come from the environment.
    cut(/\nfunction isNodeLikeSystem\(\) \{[^]*?\n\}/, "\nfunction isNodeLikeSystem() {\n  return false;\n}"),
    cut(/\nvar sys = \(\(\) => \{[^]*?\n\}\)\(\);/, "\nvar sys = void 0;"),
    cutAll(/\nif \(sys && [^]*?\n\}/g, ""),
    cut(/\nif \(typeof console !== "undefined"\) \{[^]*?\n\}/, ""),
    // Objects of the checker, which a tree without types never makes.
    cutAll(/\n {4}get(?:Symbol|Type|Signature|SourceMapSource)Constructor: \(\) => \w+Object,?/g, ""),
    // A namespace is made in place; this one is made where it is asked for.
    cutAll(
      /\nvar (\w+);\n\(\((\w+)\) => \{\n([^]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/g,
      "\nvar $1 = /* @__PURE__ */ (($2) => {\n$3\n  return $2;\n})({});",
    ),
    // What a variable begins with may be left out with the variable.
    cutAll(/\n(var|let|const) (\w+) = (?=(?:new )?[A-Za-z_$][\w$.]*\()/g, "\n$1 $2 = /* @__PURE__ */ "),
  ].reduce((before, edit) => edit(before), script);
  const known = names.filter((name) => new RegExp(`^(?:function|var|let|const|class) ${name}\\b`, "m").test(text));
  return `${text}\nexport default { ${known.join(", ")} };\n`;
}

/** An edit that must find its place: TypeScript may change, and then this file must. @param {RegExp} pattern @param {string} replacement */
function cut(pattern, replacement) {
  return (/** @type {string} */ text) => {
    if (!pattern.test(text)) throw new Error(`TypeScript ${source} has no ${pattern}.`);
    pattern.lastIndex = 0;
    return text.replace(pattern, replacement);
  };
}

const cutAll = cut;
