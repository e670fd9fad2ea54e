import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { isRemote } from "@flytekit-ts/core/storage";
import type { LocalOptions } from "./options.js";

/** Check the options of a run that are about its journal. @throws `OPTION_INVALID` */
export function assertJournalOptions({ journal, durability }: LocalOptions, at: string): void {
  if (journal !== undefined) assertFolder(journal, at);
  if (durability !== undefined && durability !== "process" && durability !== "disk") {
    const advice = 'Leave it out, or write `durability: "disk"` for runs that have to survive a loss of power.';
    throw wrong({ at, option: "durability", wanted: '"process" or "disk"', advice }, durability);
  }
  if (durability !== undefined && journal === undefined) {
    const advice = 'Name the folder of a journal too: `journal: "runs"`.';
    throw wrong({ at, option: "durability", wanted: "given with `journal`", advice }, durability);
  }
}

/** Check the folder of a journal. @throws `OPTION_INVALID` */
export function assertFolder(journal: unknown, at: string): asserts journal is string {
  if (typeof journal === "string" && journal !== "" && !isRemote(journal) && !journal.includes("\0")) return;
  const advice = 'Pass the path of a folder on this machine: `journal: "runs"`.';
  throw wrong({ at, option: "journal", wanted: "the path of a local folder", advice }, journal);
}

/** An option that is wrong. The value is described and not shown. */
export function wrong(
  params: { readonly at: string; readonly option: string; readonly wanted: string; readonly advice: string },
  given: unknown,
): Error {
  const inWords = describeValue(given);
  return coreErrors.OPTION_INVALID({ ...params, given: inWords, inWords });
}
