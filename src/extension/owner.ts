/** Owning what must be disposed of. */

/** Anything that ends by `dispose`. */
export interface Disposable {
  dispose(): unknown;
}

/** A base for things that live and die: what they create they own in the creating line, and it dies with them, last made first. */
export class Owner {
  private readonly owned: Disposable[] = [];
  private isGone = false;

  /** Whether `dispose` has been called. */
  protected get isDisposed(): boolean {
    return this.isGone;
  }

  /** Own something; it is disposed of at once if the owner already is. */
  protected own<Thing extends Disposable>(thing: Thing): Thing {
    if (this.isGone) thing.dispose();
    else this.owned.push(thing);
    return thing;
  }

  /** End everything that is owned. */
  dispose(): void {
    this.isGone = true;
    for (const thing of this.owned.splice(0).reverse()) thing.dispose();
  }
}
