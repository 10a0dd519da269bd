/** The messages between the engine and its worker. One call is in the worker at a time. */
import type { Calls } from "./request.ts";

/** One call as it goes to the worker. */
export type Ask = {
  [Call in keyof Calls]: {
    readonly kind: "ask";
    readonly id: number;
    readonly call: Call;
    readonly request: Calls[Call]["request"];
  };
}[keyof Calls];

/** A file that the worker asked for; without a text it does not exist. */
export interface FileText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** From the engine to the worker. */
export type ToWorker =
  | Ask
  /** The answer to `need`. */
  | { readonly kind: "files"; readonly files: readonly FileText[] }
  /** These files have changed: ask again before using them. */
  | { readonly kind: "forget"; readonly uris: readonly string[] };

/** From the worker to the engine. */
export type FromWorker =
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  /** The call cannot go on without these files. */
  | { readonly kind: "need"; readonly id: number; readonly uris: readonly string[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** What a worker tells whoever started it. */
export interface WorkerListeners {
  readonly message: (message: FromWorker) => void;
  /** The worker is gone, or cannot be trusted any more. */
  readonly end: (reason: string) => void;
}

/** A worker that runs. */
export interface WorkerHandle {
  readonly post: (message: ToWorker) => void;
  readonly terminate: () => void;
}

/** Start a worker; how is the host's affair. */
export type StartWorker = (listeners: WorkerListeners) => Promise<WorkerHandle>;
