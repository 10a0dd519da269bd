/** The picture as a file: plain shapes, lines and texts with their colours, which every program draws alike. */
import { REST } from "../drawing/shapes.ts";
import { svgElement } from "../drawing/svgElement.ts";
import { knownColor } from "./knownColor.ts";
import { asOnAnyPage, asOnPaper } from "./paper.ts";

const MARGIN = 8;
/** Pixels to a unit of the picture. */
const DENSITY = 2;
const SHAPE_STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray"] as const;

/** Return the picture on show as SVG text; empty while there is none. */
export function pictureAsSvg(): string {
  const made = copyOfPicture();
  if (made === undefined) return "";
  asOnAnyPage(made.svg);
  return new XMLSerializer().serializeToString(made.svg);
}

/** Return the picture on show as a PNG in base64; empty while there is none. */
export async function pictureAsPng(): Promise<string> {
  const made = copyOfPicture();
  if (made === undefined) return "";
  asOnPaper(made.svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(made.svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(made.width * DENSITY);
  canvas.height = Math.ceil(made.height * DENSITY);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^data:image\/png;base64,/u, "");
}

function copyOfPicture(): { svg: SVGSVGElement; width: number; height: number } | undefined {
  const source = document.querySelector<SVGSVGElement>(".stage svg");
  if (source === null || source.getBoundingClientRect().width === 0) return undefined;
  const { width, height } = source.viewBox.baseVal;
  const background = knownColor(getComputedStyle(document.body).backgroundColor);
  const svg = svgElement("svg", { viewBox: `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}` });
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  svg.setAttribute("width", String(size.width));
  svg.setAttribute("height", String(size.height));
  svg.append(svgElement("rect", { x: -MARGIN, y: -MARGIN, ...size, fill: background }));
  const toPicture = source.getScreenCTM()?.inverse() ?? new DOMMatrix();
  for (const part of source.querySelectorAll<SVGGraphicsElement>("path.flowchart-link")) svg.append(...edgeCopy(part));
  for (const part of source.querySelectorAll<SVGGraphicsElement>("g.node rect, .mark circle, .mark path")) {
    const made = shapeCopy(part, toPicture);
    if (made !== undefined) svg.append(made);
  }
  for (const text of source.querySelectorAll<HTMLElement>(".nodeLabel > span, .labelBkg, .mark text")) {
    svg.append(...textCopy(text, toPicture, background));
  }
  return { svg, ...size };
}

/** A line, and its arrowhead as a shape of its own: markers in the colour of the line are not known everywhere. */
function edgeCopy(path: SVGGraphicsElement): SVGElement[] {
  const style = getComputedStyle(path);
  const line = svgElement("path", { d: path.getAttribute("d") ?? "" });
  copyStyles(style, line);
  line.setAttribute("fill", "none");
  if (!(path instanceof SVGPathElement) || style.markerEnd.includes(REST)) return [line];
  const length = path.getTotalLength();
  const tip = path.getPointAtLength(length);
  const before = path.getPointAtLength(Math.max(0, length - 1));
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  const arrow = svgElement("path", {
    d: "M-0.5 -4L7.5 0L-0.5 4z",
    transform: `translate(${tip.x},${tip.y}) rotate(${angle})`,
    fill: knownColor(style.stroke),
  });
  return [line, arrow];
}

function shapeCopy(shape: SVGGraphicsElement, toPicture: DOMMatrix): SVGElement | undefined {
  const style = getComputedStyle(shape);
  if (style.fill === "none" && style.stroke === "none") return undefined;
  const made = shape.cloneNode(false) as SVGElement;
  for (const attribute of ["class", "style", "id"]) made.removeAttribute(attribute);
  copyStyles(style, made);
  const { a, b, c, d, e, f } = toPicture.multiply(shape.getScreenCTM() ?? new DOMMatrix());
  made.setAttribute(
    "transform",
    `matrix(${[a, b, c, d, e, f].map((each) => Math.round(each * 1000) / 1000).join(",")})`,
  );
  return made;
}

function textCopy(text: Element, toPicture: DOMMatrix, background: string): SVGElement[] {
  const content = text.textContent;
  const box = text.getBoundingClientRect();
  if (content === "" || box.width === 0 || getComputedStyle(text).visibility === "hidden") return [];
  const style = getComputedStyle(text);
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(toPicture);
  const made = svgElement("text", {
    x: middle.x,
    y: middle.y,
    "text-anchor": "middle",
    "dominant-baseline": "central",
    fill: knownColor(text instanceof SVGElement ? style.fill : style.color),
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-weight": style.fontWeight,
  });
  made.textContent = content;
  if (!text.matches(".labelBkg")) return [made];
  const scale = toPicture.a;
  const behind = { width: box.width * scale, height: 14, x: middle.x - (box.width * scale) / 2, y: middle.y - 7 };
  const isInverted = style.backgroundColor !== "rgba(0, 0, 0, 0)";
  return [
    svgElement("rect", { ...behind, rx: 2, fill: isInverted ? knownColor(style.backgroundColor) : background }),
    made,
  ];
}

function copyStyles(style: CSSStyleDeclaration, to: SVGElement): void {
  for (const name of SHAPE_STYLES) to.setAttribute(name, knownColor(style.getPropertyValue(name)));
}
