/** The parts of the key under which a result is kept. Each digest is 64 hexadecimal digits. */
export interface CacheKeyParts {
  /** The full name of the task. */
  readonly task: string;
  /** The cache version of the task. */
  readonly version: string;
  /** The digest of the types of the inputs and outputs. Descriptions and defaults do not count. */
  readonly interface: string;
  /** The digest of each input that is compared, by its name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The run that stored a result, and when it did, in milliseconds since 1970. */
export interface StoredBy {
  readonly run: string;
  readonly at: number;
}

/** Why the result of a task came from the cache. */
export interface CacheHitReason extends StoredBy {
  readonly kind: "found";
  /** Whether it was waited for, because another execution was computing it (`cache.serialize`). */
  readonly waited: boolean;
  /** Whether the function of the task is another than the one that made the result, though the version is the same. */
  readonly isStale: boolean;
}

/** Why the result of a task was not in the cache. What differs is said of the earlier execution that is most alike. */
export type CacheMissReason =
  /** No result of the task is known. */
  | { readonly kind: "first-run" }
  | ({ readonly kind: "new-version"; readonly previous: string } & StoredBy)
  | ({ readonly kind: "interface-changed" } & StoredBy)
  | ({ readonly kind: "input-changed"; readonly inputs: readonly string[] } & StoredBy)
  /** It was there, and made room for others or was cleared. */
  | { readonly kind: "evicted" }
  /** What is stored is damaged, or is not of the form that this version writes. */
  | { readonly kind: "corrupt" }
  /** A file or directory of this output is not there any more, or has changed. */
  | ({ readonly kind: "file-gone"; readonly output: string } & StoredBy)
  /** The run computes all results anew. */
  | { readonly kind: "overwrite" }
  /** The cache cannot be read. */
  | { readonly kind: "unusable"; readonly problem: string };

/** The reason for a hit or a miss, in words for people: `input x changed since run 5f0c...`. */
export function cacheReasonWords(reason: CacheHitReason | CacheMissReason): string {
  switch (reason.kind) {
    case "found":
      return `${reason.waited ? "computed meanwhile" : "stored"} by ${by(reason)}${reason.isStale ? ", with another function" : ""}`;
    case "first-run":
      return "first run";
    case "new-version":
      return `new version: it was ${JSON.stringify(reason.previous)} in ${by(reason)}`;
    case "interface-changed":
      return `interface changed since ${by(reason)}`;
    case "input-changed":
      return `${inputWords(reason.inputs)} changed since ${by(reason)}`;
    case "evicted":
      return "evicted";
    case "corrupt":
      return "corrupt: what is stored is damaged";
    case "file-gone":
      return `file gone: a file of output ${reason.output} of ${by(reason)} is not there any more, or changed`;
    case "overwrite":
      return "overwrite";
    default:
      return `unusable: ${reason.problem}`;
  }
}

function inputWords(names: readonly string[]): string {
  return `${names.length === 1 ? "input" : "inputs"} ${names.join(", ")}`;
}

function by({ run, at }: StoredBy): string {
  return `run ${run} (${new Date(at).toISOString()})`;
}
