import type { ByteStream, WebByteStream } from "../storage/storage.js";
import type { FlyteDirectory, FlyteFile, UrlLike } from "../types/kinds/handles.js";

/**
 * What an attempt leaves for the next one, if it fails or its process ends: a long task saves how far it came, and its
 * next attempt goes on from there.
 *
 * `read` and `restore` give what an earlier attempt saved, never what this one saves. What is saved is there whole or
 * not at all, also if the process is killed meanwhile. (In an object store, that holds for each file of a directory.)
 */
export interface Checkpoint {
  /** Whether an earlier attempt left a checkpoint. */
  exists(): Promise<boolean>;
  /**
   * The checkpoint of an earlier attempt, if it is one file; undefined if there is none.
   *
   * @throws `CHECKPOINT_AMBIGUOUS` if there are several files
   */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Copies the checkpoint of an earlier attempt into a directory, and gives its path; undefined if there is none. By
   * default it is a new one in the working directory of the attempt.
   */
  restore(directory?: string): Promise<string | undefined>;
  /** Saves bytes or text, in place of what this attempt wrote before. */
  write(content: Uint8Array | string): Promise<void>;
  /** Saves a file under its name, all that is in a directory, or bytes as `write` does. A string is a path. */
  save(
    source: string | UrlLike | Uint8Array | ByteStream | WebByteStream | FlyteFile | FlyteDirectory,
  ): Promise<void>;
}

/** Where the checkpoints of an attempt are: URIs of directories. */
export interface CheckpointPlaces {
  /** Where this attempt writes. */
  readonly destination: string;
  /** Where earlier attempts wrote, the latest first. The first counts that has a file. */
  readonly previous: readonly string[];
}
