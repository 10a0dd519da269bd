// Makes Mermaid small and quick enough for a live panel: flowcharts laid out by dagre only, and its configuration copied once instead of thousands of times.
import fs from "node:fs/promises";
import path from "node:path";

const inMermaid = /[\\/]node_modules[\\/]mermaid[\\/]dist[\\/].*\.mjs$/;
const inLayout = /[\\/]node_modules[\\/]dagre-d3-es[\\/]src[\\/](dagre[\\/]order[\\/]index|graphlib[\\/]graph)\.js$/;
const ours = (/** @type {string} */ file) =>
  JSON.stringify(path.join(import.meta.dirname, "src/webview/picture", file));
const knownLabels = `import { knownSizes, placeLabel } from ${ours("knownLabels.ts")};`;
/** What a flowchart with dagre needs of the parts that Mermaid loads on demand. */
const kept = /[\\/](flowDiagram|dagre)-[A-Z0-9]+\.mjs$/;

/** A label in which there is nothing but text, characters by their numbers and line breaks: cleaning it changes nothing that is shown. */
const onlyText =
  /^(?:<p>)?(?:[^<>&\0\r\u00a0]|<br\/?>|&#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|\d{4,6});)*(?:<\/p>)?$/;

/**
 * Mermaid copies its whole configuration at every look at it, makes it anew for every picture, and measures the length of every edge for a look that is
 * not ours: together about half of a rendering. A configuration is replaced and never changed, so one copy of each is enough.
 * It has the page laid out once for every edge to learn how large its label is. Where the sizes of labels are known, nothing is laid out at all.
 * Dagre makes a graph for every rank and sweep, looks at all kinds of collections where it has plain objects, fills objects as tables though they begin as
 * records, and puts an edge's key together at every look at the edge. Of its distances Mermaid leaves out the one between edges that pass a rank.
 * What Mermaid knows or measures of a node's outline is left at the outline.
 * A picture whose labels are known is measured in no style and shown in ours, so it gets none of Mermaid's: to make a stylesheet, arrowheads and shadows
 * anew for every picture took a seventh of the time of a small one.
 * It cleans every label several times, though the same text always gives the same, and one with no markup but line breaks gives itself; and it writes
 * its picture as text, cleans that and leaves it to the caller to parse it again. Into a container with `data-keeps-picture` it is left as the elements
 * that it is: they have been in the page all the time, so that cleaning their text guards nothing.
 * `test/webview/mermaidBundle.test.ts` holds the pictures with and without this against each other.
 *
 * @type {readonly { readonly name: string, readonly file?: string, readonly from: string | RegExp, readonly to: string,
 *   readonly imports?: string, readonly matches?: number }[]}
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
    name: "a node's label of known size",
    imports: knownLabels,
    from: '  let label;\n  if (node.label === void 0) {\n    label = "";',
    to: `  const known = knownSizes(parent.node())?.get(node.id);
  if (known !== undefined) {
    placeLabel(labelEl.node(), known);
    return { shapeSvg, bbox: known, halfPadding: (node.padding ?? 0) / 2, label: labelEl };
  }
  let label;
  if (node.label === void 0) {
    label = "";`,
  },
  {
    name: "an edge's label of known size",
    imports: knownLabels,
    from: '  const isMarkdown = edge.labelType === "markdown";\n  const markdownWidth = void 0;',
    to: `  const known = knownSizes(elem.node())?.get(edge.id);
  if (known !== undefined) {
    placeLabel(label.node(), known);
    edgeLabels.set(edge.id, edgeLabel);
    edge.width = known.width;
    edge.height = known.height;
    return;
  }
  const isMarkdown = edge.labelType === "markdown";
  const markdownWidth = void 0;`,
  },
  {
    name: "a stadium of known size",
    imports: knownLabels,
    from: "  const { w, h } = stadiumDimensions(bbox, paddingX, paddingY);\n",
    to: `  const { w, h } = stadiumDimensions(bbox, paddingX, paddingY);
  if (knownSizes(parent.node()) !== undefined) {
    updateNodeBounds(node, shapeSvg.insert("rect", ":first-child").attr("class", "label-container"), { width: w, height: h });
    node.intersect = (point) => intersect_default.rect(node, point);
    return shapeSvg;
  }
`,
  },
  {
    name: "no bounds of a picture whose labels are known",
    imports: knownLabels,
    from: "  const { width, height, x, y } = calculateDimensionsWithPadding(svg, padding);",
    to: `  if (knownSizes(svg.node()) !== undefined) return;
  const { width, height, x, y } = calculateDimensionsWithPadding(svg, padding);`,
  },
  {
    name: "no stylesheet where labels are known",
    imports: knownLabels,
    from: `  const rules = createUserStyles(config, diagramType, diagramClassDefs, idSelector);
  const style1 = document.createElement("style");
  style1.innerHTML = rules;
  svg.insertBefore(style1, firstChild);
`,
    to: `  if (knownSizes(svg) === undefined) {
    const style1 = document.createElement("style");
    style1.innerHTML = createUserStyles(config, diagramType, diagramClassDefs, idSelector);
    svg.insertBefore(style1, firstChild);
  }
`,
  },
  {
    name: "no arrowheads where labels are known",
    imports: knownLabels,
    from: "var insertMarkers = /* @__PURE__ */ __name((elem, markerArray, type, id) => {\n",
    to: `var insertMarkers = /* @__PURE__ */ __name((elem, markerArray, type, id) => {
  if (knownSizes(elem.node()) !== undefined) return;
`,
  },
  {
    name: "no shadows where labels are known",
    imports: knownLabels,
    from: "var insertLookDefs = /* @__PURE__ */ __name((svg, config) => {\n",
    to: `var insertLookDefs = /* @__PURE__ */ __name((svg, config) => {
  if (knownSizes(svg.node()) !== undefined) return;
`,
  },
  {
    name: "the order within ranks",
    from: "function order(g) {\n",
    imports: `import { isFlat, orderLayers } from ${ours("layerOrder.ts")};`,
    to: `function order(g) {
  if (isFlat(g)) return orderLayers(g, initOrder(g));
`,
  },
  {
    name: "tables that are no classes",
    file: "graph.js",
    from: /= \{\};/g,
    to: "= Object.create(null);",
    matches: 16,
  },
  {
    name: "an edge's key, to be found at it",
    from: "  var edgeObj = { v: v, w: w };\n",
    to: "  var edgeObj = { v: v, w: w, key: edgeArgsToId(isDirected, v, w, name) };\n",
  },
  {
    name: "an edge's key that is known",
    from: "  return edgeArgsToId(isDirected, edgeObj.v, edgeObj.w, edgeObj.name);",
    to: "  return (isDirected ? edgeObj.key : undefined) ?? edgeArgsToId(isDirected, edgeObj.v, edgeObj.w, edgeObj.name);",
  },
  {
    name: "keys and values of plain objects",
    imports: 'import { constant, each, filter, isEmpty, isFunction, isUndefined, reduce, union } from "lodash-es";',
    from: "import * as _ from 'lodash-es';\n\nvar DEFAULT_EDGE_NAME",
    to: `const { keys, values } = Object;
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
  const found = new Map(patches.map(({ name }) => [name, 0]));
  build.onStart(() => found.forEach((_, name) => found.set(name, 0)));
  build.onLoad({ filter: new RegExp(`${inMermaid.source}|${inLayout.source}`) }, async (args) => {
    let contents = await fs.readFile(args.path, "utf8");
    /** @type {Set<string>} */
    const imports = new Set();
    for (const { name, file, from, to, imports: needed } of patches) {
      const parts = file === undefined || path.basename(args.path) === file ? contents.split(from) : [contents];
      found.set(name, (found.get(name) ?? 0) + parts.length - 1);
      if (parts.length > 1 && needed !== undefined) imports.add(needed);
      contents = parts.join(to);
    }
    return { contents: [...imports, contents].join("\n"), loader: "js" };
  });
  build.onEnd(() => ({
    errors: patches
      .filter(({ name, matches = 1 }) => found.get(name) !== matches)
      .map(({ name, matches = 1 }) => ({
        text: `The patch "${name}" matched ${found.get(name)} times in Mermaid; it must match ${matches} times.`,
      })),
  }));
}
