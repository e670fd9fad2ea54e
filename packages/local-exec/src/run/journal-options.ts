import { wrong } from "../given/wrong-option.js";
import { assertFolder } from "../journal/format/assert-folder.js";
import type { Durability } from "../journal/write/journal-file.js";

/** The options of a run that are about its journal. */
export interface JournalOptions {
  /**
   * The folder of a journal: what happens in the run is kept there, so that the run can be looked at, resumed and run
   * again in part. It is made if it is not there, and may have any number of runs.
   */
  readonly journal?: string | undefined;
  /**
   * What a journal survives: `"process"`, the default, the end of the process, also by a kill; `"disk"` also a loss of
   * power, and then each node waits for the disk.
   */
  readonly durability?: Durability | undefined;
}

/** Check the options of a run that are about its journal. @throws `OPTION_INVALID` */
export function assertJournalOptions({ journal, durability }: JournalOptions, at: string): void {
  if (journal !== undefined) assertFolder(journal, at);
  if (durability !== undefined && durability !== "process" && durability !== "disk") {
    const advice =
      'Leave it out, or write `durability: "disk"` for runs that have to survive a loss of power.';
    throw wrong({ at, option: "durability", wanted: '"process" or "disk"', advice }, durability);
  }
  if (durability !== undefined && journal === undefined) {
    const advice = 'Name the folder of a journal too: `journal: "runs"`.';
    throw wrong({ at, option: "durability", wanted: "given with `journal`", advice }, durability);
  }
}
