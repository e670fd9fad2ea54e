/** Work that is done once, however often its result is asked for. After a failure it is done again. */
export class Once<T> {
  #result: Promise<T> | undefined;

  get(work: () => Promise<T>): Promise<T> {
    this.#result ??= work().catch((error: unknown) => {
      this.#result = undefined;
      throw error;
    });
    return this.#result;
  }
}
