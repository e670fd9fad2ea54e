import { type LocalStore, localStore, storagesOf, type ValueStore } from "@flytekit-ts/core/storage";
import type { RunJournal } from "../journal/open/run-journal.js";
import { RunFolder } from "../scope/run-folder.js";
import { Claims } from "./claims.js";
import type { LocalOptions } from "./options.js";

/**
 * Where a run keeps what its values hold: in a folder of its own, made when it is first needed. What is in it is not deleted
 * with the run, because results point at it.
 */
export function runStore({ storage, filesIn }: LocalOptions): LocalStore {
  const claims = new Claims();
  const store = localStore({ folder: filesIn, storages: storagesOf(storage, "the run") });
  return { ...store, claim: (path) => claims.claim(path) };
}

/**
 * The folder of a run beside what its values hold: that of its journal, or a new one, which is named when something is
 * first written there.
 */
export function runFolder(
  store: ValueStore,
  journal: Pick<RunJournal, "folder" | "isResumed"> | undefined,
): RunFolder {
  if (journal !== undefined) return new RunFolder(() => journal.folder, { isNew: !journal.isResumed });
  let path: string | undefined;
  return new RunFolder(() => (path ??= store.newUri("run")));
}
