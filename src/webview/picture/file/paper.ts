/** The colours of a picture that leaves the editor: those of paper, and in an SVG also those of a dark page, whatever theme the editor has. */
import { svgElement } from "../drawing/svgElement.ts";
import { knownColor } from "./knownColor.ts";

/** The colours that a picture is drawn in, as the stylesheet names them; where two look alike, the first is meant. */
const TOKENS = ["bg", "ink", "grad", "fill", "grad-soft", "grad-line", "edge", "dim"] as const;
type Token = (typeof TOKENS)[number];

type Palette = Readonly<Record<Token, string>>;

/** A colour by its red, green and blue. */
type Channels = readonly [number, number, number];

/** Black on white with the accent of light themes, and what dark pages have. */
const PAPER = paletteOf([255, 255, 255], [31, 31, 31], [101, 45, 144]);
const DARK = paletteOf([31, 31, 31], [214, 214, 214], [177, 128, 215]);
const PAINTS = ["fill", "stroke"] as const;

/** Put a picture in the colours of paper. */
export function asOnPaper(svg: SVGSVGElement): void {
  repaint(svg, () => undefined);
}

/** Put a picture in the colours of paper, and on a page that is dark in those of a dark one. */
export function asOnAnyPage(svg: SVGSVGElement): void {
  const rules = new Set<string>();
  repaint(svg, (element, paint, token) => {
    element.classList.add(`${paint}-${token}`);
    rules.add(`.${paint}-${token}{${paint}:${DARK[token]}}`);
  });
  const style = svgElement("style", {});
  style.textContent = `@media (prefers-color-scheme:dark){${[...rules].sort().join("")}}`;
  svg.prepend(style);
}

/** Change the theme's colours to those of paper, and tell of each. */
function repaint(
  svg: SVGSVGElement,
  changed: (element: Element, paint: (typeof PAINTS)[number], token: Token) => void,
): void {
  const tokens = tokensByColor();
  for (const element of svg.querySelectorAll("*")) {
    for (const paint of PAINTS) {
      const token = tokens.get(element.getAttribute(paint) ?? "");
      if (token === undefined) continue;
      element.setAttribute(paint, PAPER[token]);
      changed(element, paint, token);
    }
  }
}

/** What each colour on the page is called. */
function tokensByColor(): ReadonlyMap<string, Token> {
  const probe = document.createElement("span");
  document.body.append(probe);
  const tokens = new Map<string, Token>();
  for (const token of TOKENS) {
    probe.style.color = `var(--${token})`;
    const color = knownColor(getComputedStyle(probe).color);
    if (!tokens.has(color)) tokens.set(color, token);
  }
  probe.remove();
  return tokens;
}

/** The stylesheet's mixtures, see tokens.css. */
function paletteOf(bg: Channels, ink: Channels, grad: Channels): Palette {
  return {
    bg: hex(bg),
    ink: hex(ink),
    dim: mixed(ink, 0.74, bg),
    edge: mixed(ink, 0.56, bg),
    fill: mixed(ink, 0.04, bg),
    grad: hex(grad),
    "grad-soft": mixed(grad, 0.11, bg),
    "grad-line": mixed(grad, 0.66, bg),
  };
}

function mixed(color: Channels, part: number, other: Channels): string {
  const [red, green, blue] = color.map((channel, index) => channel * part + other[index]! * (1 - part));
  return hex([red!, green!, blue!]);
}

function hex(channels: Channels): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
