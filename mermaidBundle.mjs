// Makes Mermaid small and quick enough for a live panel: flowcharts laid out by dagre only, and its configuration copied once instead of thousands of times.
import fs from "node:fs/promises";
import path from "node:path";

const inMermaid = /[\\/]node_modules[\\/]mermaid[\\/]dist[\\/].*\.mjs$/;
const inLayout = /[\\/]node_modules[\\/]dagre-d3-es[\\/]src[\\/](dagre[\\/]order[\\/]index|graphlib[\\/]graph)\.js$/;
const layerOrder = path.join(import.meta.dirname, "src/webview/picture/layerOrder.ts");
/** What a flowchart with dagre needs of the parts that Mermaid loads on demand. */
const kept = /[\\/](flowDiagram|dagre)-[A-Z0-9]+\.mjs$/;

/** A label in which there is nothing but text, characters by their numbers and line breaks: cleaning it changes nothing that is shown. */
const onlyText =
  /^(?:<p>)?(?:[^<>&\0\r\u00a0]|<br\/?>|&#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|\d{4,6});)*(?:<\/p>)?$/;

/**
 * Mermaid deep-copies its whole configuration at every look at it, and measures the length of every edge for a look that is not ours:
 * together about half of a rendering. The configuration object is replaced and never changed, so a copy per object is enough.
 * Dagre makes a graph for every rank and sweep, and looks at all kinds of collections where it has plain objects.
 * Of dagre's distances Mermaid leaves out the one between edges that pass a rank.
 * What it measures of a node's outline is left at the outline, so that nobody has the picture laid out for that once more.
 * It cleans every label several times, though the same text always gives the same, and one with no markup but line breaks gives itself; and it writes
 * its picture as text, cleans that and leaves it to the caller to parse it again. Into a container with `data-keeps-picture` it is left as the elements
 * that it is: they have been in the page all the time, so that cleaning their text guards nothing.
 * `test/webview/mermaidBundle.test.ts` holds the pictures with and without this against each other.
 */
const patches = [
  {
    name: "one copy per configuration",
    from: 'var getConfig = /* @__PURE__ */ __name(() => {\n  return assignWithDepth_default({}, currentConfig);\n}, "getConfig");',
    to: `var copiedConfig, configCopy;
var getConfig = () => {
  if (copiedConfig !== currentConfig) {
    configCopy = assignWithDepth_default({}, currentConfig);
    copiedConfig = currentConfig;
  }
  return configCopy;
};`,
  },
  {
    name: "length only where it is used",
    from: 'const len = typeof pathNode.getTotalLength === "function" ? pathNode.getTotalLength() : 0;',
    to: 'const len = edge.look === "neo" && typeof pathNode.getTotalLength === "function" ? pathNode.getTotalLength() : 0;',
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
    if (cleanTexts.size > 5000) cleanTexts.clear();
    clean = sanitizeAnew(text, config2);
    cleanTexts.set(key, clean);
  }
  return clean;
};
var sanitizeAnew = /* @__PURE__ */ __name((text, config2) => {
  if (!text) {`,
  },
  {
    name: "space around edges",
    from: "    marginx: 8,\n    marginy: 8\n  }).setDefaultEdgeLabel",
    to: "    edgesep: data4Layout.config?.flowchart?.edgeSpacing ?? 20,\n    marginx: 8,\n    marginy: 8\n  }).setDefaultEdgeLabel",
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
    name: "the bounds of an outline, to be found at it",
    from: "  if (knownBounds) {\n    node.width = knownBounds.width;",
    to: `  if (element.node() !== null) element.node().measuredBounds = knownBounds ??= element.node().getBBox();
  if (knownBounds) {
    node.width = knownBounds.width;`,
  },
  {
    name: "a node as large as its outline",
    from: "  const boundingBox = childNodeEl.node()?.getBBox() ?? { width: 0, height: 0 };",
    to: `  const outline = childNodeEl.node()?.querySelector(".label-container");
  const boundingBox = outline?.measuredBounds ?? childNodeEl.node()?.getBBox() ?? { width: 0, height: 0 };`,
  },
  {
    name: "the order within ranks",
    from: "function order(g) {\n",
    to: `import { isFlat, orderLayers } from ${JSON.stringify(layerOrder)};
function order(g) {
  if (isFlat(g)) return orderLayers(g, initOrder(g));
`,
  },
  {
    name: "keys and values of plain objects",
    from: "import * as _ from 'lodash-es';\n\nvar DEFAULT_EDGE_NAME",
    to: `import { constant, each, filter, isEmpty, isFunction, isUndefined, reduce, union } from "lodash-es";
const { keys, values } = Object;
const _ = { constant, each, filter, isEmpty, isFunction, isUndefined, keys, reduce, union, values };
var DEFAULT_EDGE_NAME`,
  },
];

/**
 * The esbuild plugin. `patched: false` leaves Mermaid's own text as it is, for the test that compares both.
 * @param {{ patched: boolean }} options
 * @returns {import("esbuild").Plugin}
 */
export function mermaidBundle({ patched } = { patched: true }) {
  return {
    name: "mermaid-bundle",
    setup(build) {
      leaveOutOtherDiagrams(build);
      if (patched) patchMermaid(build);
    },
  };
}

/** @param {import("esbuild").PluginBuild} build */
function leaveOutOtherDiagrams(build) {
  build.onResolve({ filter: /./ }, (args) => {
    if (args.kind !== "dynamic-import" || !inMermaid.test(args.importer) || kept.test(args.path)) return undefined;
    return { path: args.path, namespace: "left-out" };
  });
  build.onLoad({ filter: /./, namespace: "left-out" }, (args) => ({
    contents: `throw new Error(${JSON.stringify(`Mermaid asked for ${args.path}, which is not in this bundle.`)});`,
  }));
}

/** @param {import("esbuild").PluginBuild} build */
function patchMermaid(build) {
  const matches = new Map(patches.map((patch) => [patch.name, 0]));
  build.onStart(() => matches.forEach((_, name) => matches.set(name, 0)));
  build.onLoad({ filter: new RegExp(`${inMermaid.source}|${inLayout.source}`) }, async (args) => {
    let contents = await fs.readFile(args.path, "utf8");
    for (const patch of patches) {
      const parts = contents.split(patch.from);
      matches.set(patch.name, (matches.get(patch.name) ?? 0) + parts.length - 1);
      contents = parts.join(patch.to);
    }
    return { contents, loader: "js" };
  });
  build.onEnd(() => ({
    errors: [...matches]
      .filter(([, count]) => count !== 1)
      .map(([name, count]) => ({ text: `The patch "${name}" matched ${count} times in Mermaid; it must match once.` })),
  }));
}
