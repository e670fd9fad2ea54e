/** Where the engine keeps what nodes are given and give: a disk, or an object store. */
export interface DataStore {
  /** What is stored there; undefined if there is nothing. */
  read(uri: string): Promise<Uint8Array | undefined>;
  write(uri: string, bytes: Uint8Array): Promise<void>;
}
