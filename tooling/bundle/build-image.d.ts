/** What an image of a test holds: the programs of the runtime, and the packages of object stores beside them. */
export interface Image {
  readonly folder: string;
  /** The `PATH` of its containers. */
  readonly path: string;
}

/** Build the programs of the runtime from their sources. The folder ends with this process. */
export function buildImage(): Promise<Image>;
