import type { ByteStream } from "@flytekit-ts/core/storage";

/** An object that is being written, whose bytes come piece by piece. */
export class Writing {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #written: Promise<void>;

  constructor(write: (source: ByteStream) => Promise<void>) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    this.#writer = writable.getWriter();
    this.#written = write(readable);
    this.#written.catch(() => {});
  }

  /** Resolves when the piece has been taken. */
  async push(chunk: Uint8Array): Promise<void> {
    await Promise.race([this.#writer.write(chunk), this.#written]);
  }

  async end(): Promise<void> {
    await Promise.race([this.#writer.close(), this.#written]);
    await this.#written;
  }

  /** The rest will not come. */
  async giveUp(): Promise<void> {
    await this.#writer.abort();
    await this.#written.catch(() => {});
  }
}
