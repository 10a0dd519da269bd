// Makes Mermaid small and quick enough for a live panel: flowcharts only, in a layout of our own, and its configuration copied once instead of thousands of times.
import fs from "node:fs/promises";

const inMermaid = /[\\/]node_modules[\\/]mermaid[\\/]dist[\\/].*\.mjs$/;
/** What we need of the parts that Mermaid loads on demand, and what a plain flowchart needs. */
const kept = { patched: /[\\/]flowDiagram-[A-Z0-9]+\.mjs$/, plain: /[\\/](flowDiagram|dagre)-[A-Z0-9]+\.mjs$/ };

/** A label in which there is nothing but text, characters by their numbers and line breaks: cleaning it changes nothing that is shown. */
const onlyText =
  /^(?:<p>)?(?:[^<>&\0\r\u00a0]|<br\/?>|&#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|\d{4,6});)*(?:<\/p>)?$/;

/** Tells of an element whether it is drawn where our own layout places everything, and leaves nothing of what Mermaid adds. */
const keepsPicture = (/** @type {string} */ element) => `${element}?.closest("[data-keeps-picture]") != null`;

/**
 * Mermaid copies its whole configuration at every look at it and makes it anew for every picture. A configuration is replaced and never changed, so one
 * copy of each is enough.
 * It cleans every label several times, though the same text always gives the same, and one with no markup but line breaks gives itself; and it writes
 * its picture as text, cleans that and leaves it to the caller to parse it again. Into a container with `data-keeps-picture` it is left as the elements
 * that it is: they have been in the page all the time, so that cleaning their text guards nothing. Such a picture is shown in our own style, so it gets
 * none of Mermaid's, and its size is known.
 * `test/webview/mermaidBundle.test.ts` holds what is read with and without this against each other.
 *
 * @type {readonly { readonly name: string, readonly from: string, readonly to: string }[]}
 */
const patches = [
  {
    name: "one copy per configuration",
    from: 'var getConfig = /* @__PURE__ */ __name(() => {\n  return assignWithDepth_default({}, currentConfig);\n}, "getConfig");',
    to: `var configCopies = new WeakMap();
var getConfig = () => {
  let copy = configCopies.get(currentConfig);
  if (copy === undefined) configCopies.set(currentConfig, (copy = assignWithDepth_default({}, currentConfig)));
  return copy;
};`,
  },
  {
    name: "one configuration for all pictures without their own",
    from: "var updateCurrentConfig = /* @__PURE__ */ __name((siteCfg, _directives) => {\n",
    to: `var plainConfigs = new Map(), plainSite;
var updateCurrentConfig = (siteCfg, _directives) => {
  if (siteCfg !== siteConfig || _directives.some((directive) => Object.keys(directive).length > 0)) return makeConfig(siteCfg, _directives);
  if (plainSite !== siteConfig) plainConfigs.clear();
  plainSite = siteConfig;
  currentConfig = plainConfigs.get(diagramConfigKey) ?? makeConfig(siteCfg, _directives);
  plainConfigs.set(diagramConfigKey, currentConfig);
  return currentConfig;
};
var makeConfig = /* @__PURE__ */ __name((siteCfg, _directives) => {
`,
  },
  {
    name: "a text cleaned once",
    from: "var sanitizeText = /* @__PURE__ */ __name((text, config2) => {\n  if (!text) {",
    to: `var cleanTexts = new Map();
var onlyText = ${onlyText};
var sanitizeText = (text, config2) => {
  if (!text || config2.dompurifyConfig) return sanitizeAnew(text, config2);
  if (config2.securityLevel === "strict" && onlyText.test(text)) return text.replaceAll("<br/>", "<br>");
  const key = config2.securityLevel + " " + getEffectiveHtmlLabels(config2) + " " + text;
  let clean = cleanTexts.get(key);
  if (clean === undefined) {
    if (cleanTexts.size > 500) cleanTexts.clear();
    clean = sanitizeAnew(text, config2);
    cleanTexts.set(key, clean);
  }
  return clean;
};
var sanitizeAnew = /* @__PURE__ */ __name((text, config2) => {
  if (!text) {`,
  },
  {
    name: "the picture as elements",
    from: '  const svgCode = false ? await profiler.span("serialize", serializeSvg) : serializeSvg();\n',
    to: `  if (svgContainingElement?.dataset.keepsPicture !== undefined && !parseEncounteredException) {
    return { diagramType, svg: "", bindFunctions: diag.db.bindFunctions };
  }
  const svgCode = serializeSvg();
`,
  },
  {
    name: "no bounds of a picture whose size is known",
    from: "  const { width, height, x, y } = calculateDimensionsWithPadding(svg, padding);",
    to: `  if (${keepsPicture("svg.node()")}) return;
  const { width, height, x, y } = calculateDimensionsWithPadding(svg, padding);`,
  },
  {
    name: "no stylesheet where there is ours",
    from: `  const rules = createUserStyles(config, diagramType, diagramClassDefs, idSelector);
  const style1 = document.createElement("style");
  style1.innerHTML = rules;
  svg.insertBefore(style1, firstChild);
`,
    to: `  if (!(${keepsPicture("svg")})) {
    const style1 = document.createElement("style");
    style1.innerHTML = createUserStyles(config, diagramType, diagramClassDefs, idSelector);
    svg.insertBefore(style1, firstChild);
  }
`,
  },
];

/**
 * The esbuild plugin. `patched: false` leaves Mermaid's own text and its layout as they are, for those who compare both.
 * @param {{ patched: boolean }} options
 * @returns {import("esbuild").Plugin}
 */
export function mermaidBundle({ patched } = { patched: true }) {
  return {
    name: "mermaid-bundle",
    setup(build) {
      leaveOut(build, patched ? kept.patched : kept.plain);
      if (patched) patchMermaid(build);
    },
  };
}

/** Leaves out all parts but some. @param {import("esbuild").PluginBuild} build @param {RegExp} needed */
function leaveOut(build, needed) {
  build.onResolve({ filter: /./ }, (args) => {
    if (args.kind !== "dynamic-import" || !inMermaid.test(args.importer) || needed.test(args.path)) return undefined;
    return { path: args.path, namespace: "left-out" };
  });
  build.onLoad({ filter: /./, namespace: "left-out" }, (args) => ({
    contents: `throw new Error(${JSON.stringify(`Mermaid asked for ${args.path}, which is not in this bundle.`)});`,
  }));
}

/** @param {import("esbuild").PluginBuild} build */
function patchMermaid(build) {
  const found = new Map(patches.map(({ name }) => [name, 0]));
  build.onStart(() => found.forEach((_, name) => found.set(name, 0)));
  build.onLoad({ filter: inMermaid }, async (args) => {
    let contents = await fs.readFile(args.path, "utf8");
    for (const { name, from, to } of patches) {
      const parts = contents.split(from);
      found.set(name, (found.get(name) ?? 0) + parts.length - 1);
      contents = parts.join(to);
    }
    return { contents, loader: "js" };
  });
  build.onEnd(() => ({
    errors: patches
      .filter(({ name }) => found.get(name) !== 1)
      .map(({ name }) => ({
        text: `The patch "${name}" matched ${found.get(name)} times in Mermaid; it must match once.`,
      })),
  }));
}
