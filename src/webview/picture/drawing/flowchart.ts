/** The line to Mermaid: it reads a flowchart and makes the picture's `svg`; what it has read is placed by our own layout, as a layout of Mermaid's. */
import mermaid, { type LayoutData } from "mermaid";

/** The names of what Mermaid has read of a flowchart. */
export interface Read {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Draws what was read into Mermaid's picture. */
type Painter = (svg: SVGSVGElement, read: Read) => void;

/** The name of our layout among Mermaid's. */
const LAYOUT = "gradlens";

/** Who draws in a container of the page. */
const painters = new WeakMap<Element, Painter>();

let count = 0;

mermaid.registerLayoutLoaders([{ name: LAYOUT, loader: () => Promise.resolve({ render }) }]);
mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  suppressErrorRendering: true,
  layout: LAYOUT,
  look: "classic",
  theme: "base",
  htmlLabels: true,
  markdownAutoWrap: false,
  maxTextSize: 200_000,
  maxEdges: 1000,
  flowchart: { useMaxWidth: false },
});

/** Have a flowchart read and drawn. `backstage` is an element of the page that is not shown; it keeps the picture as elements, see mermaidBundle.mjs. */
export async function drawFlowchart(text: string, backstage: HTMLElement, paint: Painter): Promise<void> {
  backstage.dataset["keepsPicture"] = "";
  painters.set(backstage, paint);
  // A fresh id: Mermaid removes what it finds under the id that it is given, which would be the picture on show.
  count += 1;
  await mermaid.render(`picture${count}`, text, backstage);
}

function render({ nodes, edges }: LayoutData, selection: { node(): SVGElement | null }): Promise<void> {
  const svg = selection.node();
  const container = svg?.closest("[data-keeps-picture]");
  const paint = container === null || container === undefined ? undefined : painters.get(container);
  if (!(svg instanceof SVGSVGElement) || paint === undefined)
    throw new Error("Mermaid draws where it was not asked to.");
  paint(svg, { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)) });
  return Promise.resolve();
}
