/** Names that exist in Node or in a browser, but not for a function that is only computed: what to say when one is read. */
import type { FindingCode } from "../../findingCodes.ts";

/** Why a name is not there, as the run's last finding. */
export interface Unsupported {
  readonly code: FindingCode;
  /** Without a final period: the place is added to it. */
  readonly message: string;
  readonly help: string;
  /** Whether Node does not know the name either, so that reading it is an exception that programs may catch. */
  readonly isMissing: boolean;
}

interface Group {
  readonly code: FindingCode;
  readonly what: string;
  readonly help: string;
  readonly isMissing?: true;
  readonly names: string;
}

const groups: readonly Group[] = [
  {
    code: "unsupported/async",
    what: "works later, after the function has returned",
    help: "Compute the value without waiting, and pass in what would be awaited as a parameter.",
    names:
      "Promise setTimeout setInterval setImmediate queueMicrotask AbortController AbortSignal MessageChannel MessagePort " +
      "BroadcastChannel",
  },
  {
    code: "unsupported/async",
    what: "is for memory that several threads share",
    help: "Use an `ArrayBuffer`, and read and write the elements of a typed array directly.",
    names: "SharedArrayBuffer Atomics",
  },
  {
    code: "unsupported/async",
    what: "works later, after the function has returned",
    help: "Compute the value without waiting, and pass in what would be awaited as a parameter.",
    isMissing: true,
    names: "requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback Worker SharedWorker",
  },
  {
    code: "unsupported/dom",
    what: "belongs to a web page",
    help: "Pass the numbers that the function needs as parameters.",
    isMissing: true,
    names:
      "window document self location history screen frames parent top localStorage sessionStorage indexedDB " +
      "alert confirm prompt getComputedStyle matchMedia customElements CSS DOMParser XMLSerializer DOMMatrix DOMPoint DOMRect " +
      "Element HTMLElement HTMLCanvasElement HTMLImageElement SVGElement Node NodeList Document DocumentFragment Window " +
      "MutationObserver ResizeObserver IntersectionObserver Image ImageData ImageBitmap Audio " +
      "AudioContext OffscreenCanvas CanvasRenderingContext2D Path2D WebGLRenderingContext WebGL2RenderingContext " +
      "addEventListener removeEventListener dispatchEvent postMessage importScripts",
  },
  {
    code: "unsupported/dom",
    what: "belongs to a web page",
    help: "Pass the numbers that the function needs as parameters.",
    names: "navigator Event EventTarget CustomEvent",
  },
  {
    code: "unsupported/network",
    what: "reaches the network",
    help: "Pass the data that would be loaded as a parameter.",
    names:
      "fetch XMLHttpRequest WebSocket EventSource Request Response Headers FormData Blob File FileReader URL URLSearchParams",
  },
  {
    code: "unsupported/file-system",
    what: "belongs to Node",
    help: "Pass what the function needs as a parameter, or import it from a file.",
    names: "process Buffer require module exports __dirname __filename",
  },
  {
    code: "unsupported/global",
    what: "is not available to a function that is only computed",
    help: "Compute the value with numbers, arrays and `Math`.",
    names: "WebAssembly Intl crypto TextEncoder TextDecoder btoa atob",
  },
];

/** What to say about a plain read of a name that is not defined, by name; `typeof` answers "undefined" for all of them. */
export const unsupportedGlobals: ReadonlyMap<string, Unsupported> = new Map(
  groups.flatMap(({ code, what, help, names, isMissing = false }) =>
    names.split(" ").map((name) => [name, { code, message: `\`${name}\` ${what}`, help, isMissing }] as const),
  ),
);
