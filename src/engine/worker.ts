/** The worker's entry: answers one call after another. The same bundle runs in a Web Worker and, behind node/port.ts, under Node. */
import type { FileText, FromWorker, ToWorker } from "./message.ts";
import { Service, type Abilities } from "./service.ts";

/** What both kinds of worker have in common; Node's has more abilities. */
interface Scope extends Abilities {
  postMessage(message: FromWorker): void;
  onmessage: (event: { readonly data: ToWorker }) => void;
}

const scope = globalThis as unknown as Scope;
let current = 0;
let resume: ((files: readonly FileText[]) => void) | undefined;

const service = new Service(
  (uris) =>
    new Promise((resolve) => {
      resume = resolve;
      scope.postMessage({ kind: "need", id: current, uris });
    }),
  scope,
);

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case "ask":
      current = data.id;
      service.answer(data).then(
        (answer) => {
          scope.postMessage({ kind: "answer", id: data.id, answer });
        },
        (error: unknown) => {
          scope.postMessage({
            kind: "failed",
            id: data.id,
            message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          });
        },
      );
      break;
    case "files":
      resume?.(data.files);
      break;
    case "forget":
      service.forget(data.uris);
      break;
    default:
      data satisfies never;
  }
};
