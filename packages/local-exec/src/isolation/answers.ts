import { toErrorData } from "@flytekit-ts/core/literals";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Asked } from "./protocol/asked.js";
import type { FromWorker, ToWorker } from "./protocol/messages.js";
import { Writing } from "./writing.js";

type Ask = Extract<FromWorker, { readonly kind: "ask" }>;

type Table = { readonly [M in keyof Asked]: (...given: Parameters<Asked[M]>) => unknown };

/**
 * Answers what a worker asks for: what only the run has. Streams go piece by piece, as fast as the other side takes them.
 */
export class Answers {
  readonly #reading = new Map<number, AsyncIterator<unknown>>();
  readonly #writing = new Map<number, Writing>();
  readonly #store: ValueStore;
  #table: Table | undefined;
  #streams = 0;

  constructor(store: ValueStore) {
    this.#store = store;
  }

  get #answering(): Table {
    return (this.#table ??= this.#tableOf(this.#store));
  }

  /** Whether anything was asked for. */
  get isUsed(): boolean {
    return this.#table !== undefined;
  }

  #tableOf(store: ValueStore): Table {
    const { storage, claim } = store;
    const options = () => ({ signal: store.signal });
    return {
      claim: (path) => claim?.(path),
      read: (uri, range) =>
        this.#open(storage.read(uri, { ...options(), ...(range === undefined ? {} : { range }) })),
      list: (prefix) => this.#open(storage.list(prefix, options())),
      next: async (stream) => (await this.#reading.get(stream)?.next())?.value,
      stop: async (stream) => {
        await this.#reading.get(stream)?.return?.();
        this.#reading.delete(stream);
      },
      write: (uri, contentType) => {
        const type = contentType === undefined ? {} : { contentType };
        this.#writing.set(
          (this.#streams += 1),
          new Writing((source) => storage.write(uri, source, { ...options(), ...type })),
        );
        return this.#streams;
      },
      chunk: (stream, chunk) => this.#writing.get(stream)?.push(chunk),
      end: (stream) => this.#taken(stream)?.end(),
      giveUp: (stream) => this.#taken(stream)?.giveUp(),
      stat: (uri) => storage.stat(uri, options()),
      delete: (uri) => storage.delete(uri, options()),
    };
  }

  async answer({ id, method, given }: Ask): Promise<ToWorker> {
    const asked = this.#answering[method] as (...args: readonly unknown[]) => unknown;
    try {
      return { kind: "answer", id, value: await asked(...given) };
    } catch (error) {
      return { kind: "refusal", id, error: toErrorData(error) };
    }
  }

  /** Nobody will ask any more: end what is still open. */
  async close(): Promise<void> {
    const readers = [...this.#reading.values()].map(async (each) => each.return?.());
    const writers = [...this.#writing.values()].map((each) => each.giveUp());
    await Promise.allSettled([...readers, ...writers]);
  }

  #open(stream: AsyncIterable<unknown>): number {
    this.#reading.set((this.#streams += 1), stream[Symbol.asyncIterator]());
    return this.#streams;
  }

  #taken(stream: number): Writing | undefined {
    const writing = this.#writing.get(stream);
    this.#writing.delete(stream);
    return writing;
  }
}
