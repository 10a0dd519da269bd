/** What the page has asked the host, and about which numbers. */
import type { FromWebview } from "../protocol.ts";
import type { Changed } from "../view/changed.ts";
import type { Question } from "../view/question.ts";
import { modelOf, type Page } from "./state/page.ts";
import { questionsOf } from "./state/questions.ts";

/** A question, with what it was about. */
interface Asked {
  readonly id: number;
  /** Tells apart what is asked once for the numbers on show; empty for what a person asks for. */
  readonly key: string;
  readonly question: Question;
  readonly changed: Changed;
  readonly revision: number;
}

/** Lives as long as the page; only the newest question of each kind is still to be answered. */
export class Asking {
  private readonly newest = new Map<string, Asked>();
  private nextId = 1;
  private readonly post: (message: FromWebview) => void;

  constructor(post: (message: FromWebview) => void) {
    this.post = post;
  }

  /** Ask what is open and not answered yet for the numbers on show. */
  askOpen(page: Page): void {
    const model = modelOf(page.shown);
    if (model === undefined) return;
    for (const question of questionsOf(page, model)) {
      const slot = question.kind === "array" ? `array ${question.input}` : question.kind;
      const key = `${page.revision} ${JSON.stringify(question)}`;
      if (this.newest.get(slot)?.key !== key) this.put(slot, key, question, page);
    }
  }

  /** Ask what a person wants to know now, whether it was asked before or not. */
  ask(question: Question, page: Page): void {
    this.put(question.kind, "", question, page);
  }

  /** Have a question asked once more when it is open. */
  forget(kind: Question["kind"]): void {
    this.newest.delete(kind);
  }

  /** Return the question that an answer is for; undefined if a newer one has taken its place. */
  answered(id: number): Asked | undefined {
    return [...this.newest.values()].find((each) => each.id === id);
  }

  private put(slot: string, key: string, question: Question, { changed, revision }: Page): void {
    const id = this.nextId++;
    this.newest.set(slot, { id, key, question, changed, revision });
    this.post({ kind: "ask", id, question });
  }
}
