/** The last whole picture of each function: what is shown of one that does not run just now. */
import type { Uri } from "vscode";
import type { SealedModel } from "../../view/sealed.ts";

/** How many functions keep their picture. */
export const MOST_GOOD = 32;

/** Remembers the pictures of the functions that were seen last. */
export class GoodPictures {
  private pictures = new Map<string, SealedModel>();

  /** Keep a picture in the place of the function's last one; the function that has waited longest is forgotten for it. */
  keep(uri: Uri, name: string, model: SealedModel): void {
    const key = keyOf(uri, name);
    this.pictures.delete(key);
    this.pictures.set(key, model);
    if (this.pictures.size > MOST_GOOD) this.pictures.delete(this.pictures.keys().next().value!);
  }

  /** Return the last picture of a function that was a whole one. */
  of(uri: Uri, name: string): SealedModel | undefined {
    return this.pictures.get(keyOf(uri, name));
  }

  /** Note that files have another address now. */
  move(now: (address: string) => string | undefined): void {
    this.pictures = new Map([...this.pictures].map(([key, model]) => [now(key) ?? key, model]));
  }
}

function keyOf(uri: Uri, name: string): string {
  return `${uri.toString()}#${name}`;
}
