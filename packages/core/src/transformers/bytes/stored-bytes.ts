/** Bytes that are kept at a URI, as a pickle. No author sees one: it is loaded before. */
export class StoredBytes {
  readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }
}
