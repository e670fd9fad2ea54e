/** How many are read before they are asked for. */
const AHEAD = 8;

/** Reads things that are asked for one by one, some of them beforehand: each answer of a cluster takes its time. */
export class ReadAhead<T> {
  readonly #read: (key: string) => Promise<T>;
  /** Those that nobody has asked for, in the order in which they will probably be. */
  readonly #left: Set<string>;
  readonly #started = new Map<string, Promise<T>>();

  constructor(keys: readonly string[], read: (key: string) => Promise<T>) {
    this.#left = new Set(keys);
    this.#read = read;
  }

  async get(key: string): Promise<T> {
    const reading = this.#started.get(key) ?? this.#read(key);
    this.#started.delete(key);
    this.#left.delete(key);
    for (const next of this.#left) {
      if (this.#started.size >= AHEAD) break;
      this.#left.delete(next);
      const early = this.#read(next);
      // Whoever asks for it gets the failure.
      early.catch(() => {});
      this.#started.set(next, early);
    }
    return reading;
  }
}
