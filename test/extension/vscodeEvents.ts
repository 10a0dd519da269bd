/** The events of the double of VS Code. */

/** What hears an event. */
export type Listener<T> = (value: T) => unknown;

/** Something that can be given up. */
export class Disposable {
  readonly dispose: () => unknown;

  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }

  static from(...things: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const thing of things) thing.dispose();
    });
  }
}

/** An event that a test lets happen. */
export class EventEmitter<T> {
  private readonly listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
