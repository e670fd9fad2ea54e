import { isPlainObject } from "@flytekit-ts/core/types";
import { wrong } from "../given/wrong-option.js";
import { assertFolder } from "../journal/format/assert-folder.js";
import type { Reuse } from "../journal/rerun/reusing-journal.js";
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
  /**
   * What a journal that cannot be written does to the run: `"required"`, the default, ends it; with `"optional"` the run goes
   * on without a journal, and its logger has a warning that says why.
   */
  readonly journaling?: "required" | "optional" | undefined;
  /** Texts that are kept with the run in its journal, by names of your own: who started it, or from where. No secrets. */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /**
   * A run in the same journal whose results are taken for tasks that are the same and have the same inputs, wherever they
   * are in the graph. Everything else runs.
   */
  readonly reuse?: Reuse | undefined;
}

/** Check the options of a run that are about its journal. @throws `OPTION_INVALID` */
export function assertJournalOptions(options: JournalOptions, at: string): void {
  const { journal, durability, journaling, labels, reuse } = options;
  if (journal !== undefined) assertFolder(journal, at);
  if (durability !== undefined && durability !== "process" && durability !== "disk") {
    const advice =
      'Leave it out, or write `durability: "disk"` for runs that have to survive a loss of power.';
    throw wrong({ at, option: "durability", wanted: '"process" or "disk"', advice }, durability);
  }
  if (journaling !== undefined && journaling !== "required" && journaling !== "optional") {
    const advice = 'Leave it out, or write `journaling: "optional"` for runs that go on without a journal.';
    throw wrong({ at, option: "journaling", wanted: '"required" or "optional"', advice }, journaling);
  }
  assertLabels(labels, at);
  assertReuse(reuse, at);
  if (journal !== undefined) return;
  for (const [option, value] of Object.entries({ durability, journaling, labels, reuse })) {
    const advice = 'Name the folder of a journal too: `journal: "runs"`.';
    if (value !== undefined) throw wrong({ at, option, wanted: "given with `journal`", advice }, value);
  }
}

function assertReuse(reuse: unknown, at: string): void {
  if (reuse === undefined) return;
  if (isPlainObject(reuse) && typeof reuse["run"] === "string" && typeof reuse["isSame"] === "function")
    return;
  const advice =
    "Say which run, and which tasks are what they were: `reuse: { run: id, isSame: () => true }`.";
  throw wrong({ at, option: "reuse", wanted: "an object with `run` and `isSame`", advice }, reuse);
}

function assertLabels(labels: unknown, at: string): void {
  if (labels === undefined) return;
  if (isPlainObject(labels) && Object.values(labels).every((label) => typeof label === "string")) return;
  const advice = 'Give texts by name: `labels: { team: "sales" }`.';
  throw wrong({ at, option: "labels", wanted: "texts by name", advice }, labels);
}
