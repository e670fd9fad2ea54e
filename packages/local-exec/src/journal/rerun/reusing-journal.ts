import { join } from "node:path";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { ContentStore } from "../../cache/store/content-store.js";
import { loadCodecs } from "../format/codecs.js";
import { LiteralsOnDisk } from "../format/literals.js";
import { CONTENT } from "../format/places.js";
import { Versions } from "../graph/versions.js";
import { journalOf } from "../open/journal-of.js";
import { newJournal } from "../open/new-journal.js";
import type { Journaled, RunJournal } from "../open/run-journal.js";
import { replay } from "../past/past-run.js";
import { ReusedHistory } from "./reused-history.js";

/** The run whose results a new one takes, where they would be the same. */
export interface Reuse {
  /** The id of the run, which is in the same `journal`. It stays as it is. */
  readonly run: string;
  /** Whether a task is what it was in that run, with all that it uses. What has another function is never the same. */
  readonly isSame: (task: TaskEntity) => boolean;
}

/** The journal of a new run that takes from another what would be the same. */
export function reusingJournal(journaled: Journaled, { run, isSame }: Reuse): RunJournal {
  const { journal } = journaled;
  return {
    ...newJournal(journaled),
    async open(hooks) {
      const { past } = replay(journalOf(journal, run));
      past.forgetFailures();
      const codecs = await loadCodecs();
      // Not those of the new run: what they know to be stored may go with the other run.
      const literals = new LiteralsOnDisk(codecs, new ContentStore(join(journal, CONTENT)));
      const open = await newJournal(journaled).open(hooks);
      return {
        ...open,
        history: new ReusedHistory({ run, past, versions: new Versions(codecs), literals }, isSame),
      };
    },
  };
}
