/** The engine as the rest of the program sees it: asynchronous calls, answered by a worker that is replaced when it fails. */
import type { Ask, FileText, FromWorker, StartWorker, WorkerHandle } from "./message.ts";
import type { Calls, Outcome } from "./request.ts";

/** How long the worker may keep silent before it is replaced, in milliseconds. */
const DEADLINE = 4_000;
/** How many times as long the first call to a worker may take: it has its program to read first. */
const STARTING = 2;
/** How long the host may take to read files. */
const READING = 10_000;

/** What the engine needs from where it lives. */
export interface EngineOptions {
  readonly start: StartWorker;
  /** Return the newest text of a file, unsaved changes included; undefined if there is no such file. */
  readonly read: (uri: string) => Promise<string | undefined>;
  readonly log: (message: string) => void;
  /** Milliseconds that a call may take in the worker. */
  readonly deadline?: number;
}

/** Tells that nobody waits any more; an editor's cancellation token is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): unknown };
}

/** How a call wants to be treated while it waits. */
export interface AskOptions {
  /** A newer call on the same channel takes the place of one that waits. */
  readonly channel?: string;
  readonly cancellation?: Cancellation;
}

interface Job {
  readonly ask: Ask;
  readonly channel: string | undefined;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/** The one door to parser, interpreter and views. Lives as long as its host. */
export class Engine {
  private readonly options: EngineOptions;
  private readonly waiting: Job[] = [];
  /** Files that the worker has, as it named them, by their comparable names. */
  private readonly served = new Map<string, string>();
  private running: Job | undefined;
  private worker: Promise<WorkerHandle> | undefined;
  /** Counts workers, so that what an old one says is not taken for the new one's. */
  private generation = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private nextId = 1;
  private isDisposed = false;

  constructor(options: EngineOptions) {
    this.options = options;
  }

  /** Ask something. The promise never rejects. */
  ask<Call extends keyof Calls>(
    call: Call,
    request: Calls[Call]["request"],
    options: AskOptions = {},
  ): Promise<Outcome<Calls[Call]["answer"]>> {
    const { channel, cancellation } = options;
    if (this.isDisposed || cancellation?.isCancellationRequested) return Promise.resolve({ kind: "dropped" });
    if (channel !== undefined) this.drop((job) => job.channel === channel);
    return new Promise((resolve) => {
      const ask = { kind: "ask", id: this.nextId++, call, request } as Ask;
      let listening: { dispose(): unknown } | undefined = undefined;
      const job: Job = {
        ask,
        channel,
        settle: (outcome) => {
          listening?.dispose();
          resolve(outcome as Outcome<Calls[Call]["answer"]>);
        },
      };
      this.waiting.push(job);
      listening = cancellation?.onCancellationRequested(() => {
        this.drop((other) => other === job);
      });
      void this.next();
    });
  }

  /** Say that files have changed. Returns whether any answer so far may have depended on one of them. */
  forget(uris: readonly string[]): boolean {
    const known = uris.flatMap((uri) => this.served.get(comparable(uri)) ?? []);
    if (known.length === 0) return false;
    for (const uri of known) this.served.delete(comparable(uri));
    void this.worker?.then((worker) => {
      worker.post({ kind: "forget", uris: known });
    });
    return true;
  }

  /** Give up the call of a channel that is in the worker. Its outcome is that of a worker that had to be replaced. */
  stop(channel: string): void {
    if (this.running?.channel === channel) this.end(this.generation, "it was told to stop");
  }

  /** End the worker; every call that waits is dropped. */
  dispose(): void {
    this.isDisposed = true;
    this.drop(() => true);
    this.running?.settle({ kind: "dropped" });
    this.running = undefined;
    this.replaceWorker();
  }

  private drop(isMeant: (job: Job) => boolean): void {
    for (const job of this.waiting.filter(isMeant)) {
      this.waiting.splice(this.waiting.indexOf(job), 1);
      job.settle({ kind: "dropped" });
    }
  }

  private async next(): Promise<void> {
    if (this.running !== undefined) return;
    // A person waits for a hover with the pointer still; pictures follow the typing anyway.
    const quick = this.waiting.findIndex((job) => job.ask.call !== "view");
    const job = this.waiting.splice(Math.max(quick, 0), 1)[0];
    if (job === undefined) return;
    this.running = job;
    this.arm(this.deadlineOf(job) * (this.worker === undefined ? STARTING : 1));
    const generation = this.generation;
    try {
      this.worker ??= this.startWorker();
      const worker = await this.worker;
      if (this.generation === generation) worker.post(job.ask);
    } catch (error) {
      this.end(generation, `it could not be started: ${messageOf(error)}`);
    }
  }

  private startWorker(): Promise<WorkerHandle> {
    const generation = this.generation;
    return this.options.start({
      message: (message) => {
        if (generation === this.generation) this.receive(message);
      },
      end: (reason) => {
        this.end(generation, `it ended: ${reason}`);
      },
    });
  }

  /** A function that may run longer is waited for longer. */
  private deadlineOf({ ask: { request } }: Job): number {
    const choices = "choices" in request ? request.choices : [];
    const effort = choices.reduce((most, choice) => Math.max(most, choice.effort ?? 1), 1);
    return (this.options.deadline ?? DEADLINE) * effort;
  }

  private receive(message: FromWorker): void {
    if (message.id !== this.running?.ask.id) return;
    switch (message.kind) {
      case "answer":
        this.finish({ kind: "answered", answer: message.answer });
        break;
      case "failed":
        this.options.log(`The engine failed in ${this.running.ask.call}: ${message.message}`);
        this.finish({ kind: "failed", message: message.message });
        break;
      case "need":
        void this.supply(message.uris);
        break;
      default:
        message satisfies never;
    }
  }

  private async supply(uris: readonly string[]): Promise<void> {
    const generation = this.generation;
    this.arm(READING);
    for (const uri of uris) this.served.set(comparable(uri), uri);
    const files = await Promise.all(uris.map((uri) => this.readFile(uri)));
    if (generation !== this.generation) return;
    if (this.running !== undefined) this.arm(this.deadlineOf(this.running));
    (await this.worker)?.post({ kind: "files", files });
  }

  private async readFile(uri: string): Promise<FileText> {
    try {
      return { uri, text: await this.options.read(uri) };
    } catch (error) {
      this.options.log(`Could not read ${uri}: ${messageOf(error)}`);
      return { uri, text: undefined };
    }
  }

  private finish(outcome: Outcome<unknown>): void {
    clearTimeout(this.timer);
    const job = this.running;
    this.running = undefined;
    job?.settle(outcome);
    void this.next();
  }

  private arm(milliseconds: number): void {
    clearTimeout(this.timer);
    const generation = this.generation;
    this.timer = setTimeout(() => {
      this.end(generation, `it did not answer within ${milliseconds / 1000} seconds`);
    }, milliseconds);
  }

  private end(generation: number, reason: string): void {
    if (generation !== this.generation) return;
    this.options.log(`The engine's worker is replaced: ${reason}.`);
    this.replaceWorker();
    // Only the call that was in the worker is lost; the others are put to the next one.
    if (this.running !== undefined) this.finish({ kind: "restarted", message: `The engine was restarted: ${reason}.` });
  }

  private replaceWorker(): void {
    clearTimeout(this.timer);
    this.generation++;
    this.served.clear();
    const old = this.worker;
    this.worker = undefined;
    old?.then(
      (worker) => {
        worker.terminate();
      },
      () => undefined,
    );
  }
}

/** The same file may be written with more or fewer characters escaped: an editor escapes more than a program does. */
function comparable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray `%` escapes nothing.
    return uri;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
