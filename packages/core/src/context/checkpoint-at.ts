import * as errors from "../errors.js";
import { Once } from "../files/once.js";
import { isBytes } from "../storage/byte-chunks.js";
import { nodePath } from "../storage/node-fs.js";
import type { ValueStore } from "../types/value-store.js";
import { describeValue } from "../words/describe-value.js";
import type { Checkpoint, CheckpointPlaces } from "./checkpoint.js";
import { copyPrevious, findPrevious, type PreviousCheckpoint, readPrevious } from "./previous-checkpoint.js";
import { saveBytes, saveCheckpoint } from "./save-checkpoint.js";

/**
 * The checkpoint of one attempt, in the storage of its places. They are asked for when they are needed.
 *
 * What is saved is saved in the order of the calls, one after another.
 */
export function checkpointAt(places: () => CheckpointPlaces, store: ValueStore): Checkpoint {
  const search = new Once<PreviousCheckpoint | undefined>();
  const previous = (): Promise<PreviousCheckpoint | undefined> =>
    search.get(() => findPrevious(places().previous, store));
  const destination = (): string => places().destination.replace(/\/+$/, "");
  const restored = new Once<string>();
  let saving: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const saved = saving.then(work);
    // Each caller hears of its own failure.
    saving = saved.catch(() => {});
    return saved;
  };
  return {
    exists: async () => (await previous()) !== undefined,
    async read() {
      const found = await previous();
      return found === undefined ? undefined : readPrevious(found, store);
    },
    async restore(directory) {
      assertDirectory(directory);
      const found = await previous();
      if (found === undefined) return undefined;
      const copyTo = async (path: string): Promise<string> => {
        await copyPrevious(found, path, store);
        return path;
      };
      if (directory !== undefined) return copyTo(nodePath().resolve(directory));
      return restored.get(async () => copyTo(await store.newPath("prev_cp")));
    },
    async write(content) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      if (!isBytes(bytes)) throw invalid("write", "content", "bytes or text", content);
      // The caller may change the bytes before it is their turn.
      const copy = new Uint8Array(bytes);
      return inTurn(() => saveBytes(copy, destination(), store));
    },
    save: async (source) => inTurn(() => saveCheckpoint(source, destination(), store)),
  };
}

function assertDirectory(directory: unknown): void {
  if (directory === undefined || (typeof directory === "string" && directory !== "")) return;
  throw invalid("restore", "directory", "the path of a directory", directory);
}

function invalid(method: string, option: string, wanted: string, given: unknown): Error {
  const inWords = given === "" ? "an empty string" : describeValue(given);
  const at = `\`checkpoint.${method}\``;
  return errors.OPTION_INVALID({ at, option, wanted, given: inWords, inWords });
}
