/** The globals that are used outside of the panel's page: those of both extension hosts, and at the end those of the web one. */

declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number | undefined): void;

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare class Blob {
  readonly size: number;
  constructor(parts: readonly Uint8Array[], options: { readonly type: string });
}

declare const URL: { createObjectURL(blob: Blob): string; revokeObjectURL(address: string): void };

declare class Worker {
  constructor(address: string);
  onmessage: (event: { readonly data: import("../engine/message.ts").FromWorker }) => void;
  onerror: (event: { readonly message: string }) => void;
  postMessage(message: import("../engine/message.ts").ToWorker): void;
  terminate(): void;
}

/** Bytes of a text. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** Bytes of a base64 text, a character each. */
declare function atob(text: string): string;
