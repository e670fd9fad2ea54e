/** An execution on a cluster. A local run has a name, and no project and domain. */
export interface ExecutionId {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
}

/** A task as it is registered. In a local run it has its name alone. */
export interface TaskId {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
}

/** Where the data of an attempt goes: URIs of folders without a slash at the end. */
export interface OutputPrefixes {
  /** For outputs, errors and decks, which Flyte reads itself. */
  readonly outputs: string;
  /** For files, datasets and what else is large. */
  readonly rawOutputs: string;
}
