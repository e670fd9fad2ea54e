import { nodeFs, nodePath } from "../storage/node-fs.js";
import { undoAtExit } from "../storage/undo-at-exit.js";

/** A folder that only this user can read. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes it, unless there is something in it. Says whether it is gone. */
  removeEmpty(): boolean;
}

/** Makes a folder of the system's temporary ones. If nothing is in it when the process exits, it is removed then. */
export function makeTemporaryFolder(): TemporaryFolder {
  const { tmpdir } = process.getBuiltinModule("node:os");
  const { mkdtempSync, rmdirSync } = nodeFs();
  const path = mkdtempSync(nodePath().join(tmpdir(), "flytekit-ts-"));
  const done = undoAtExit(() => rmdirSync(path));
  return {
    path,
    removeEmpty() {
      done();
      try {
        rmdirSync(path);
        return true;
      } catch {
        // There is something in it, or somebody else has removed it: then there is nothing to do.
        return false;
      }
    },
  };
}

/** The path of a new temporary folder. */
export const temporaryFolder = (): string => makeTemporaryFolder().path;
