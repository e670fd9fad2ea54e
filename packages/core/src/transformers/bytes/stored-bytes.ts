/** Bytes that are kept at a URI, as a pickle. No author sees one: it is loaded before. */
export class StoredBytes {
  readonly #uri: string;

  // Not with instanceof, which a proxy would notice.
  static is(value: unknown): value is StoredBytes {
    return typeof value === "object" && value !== null && #uri in value;
  }

  get uri(): string {
    return this.#uri;
  }

  constructor(uri: string) {
    this.#uri = uri;
  }
}
