import { isRemote } from "@flytekit-ts/core/storage";
import { wrong } from "../../given/wrong-option.js";

/** Check the folder of a journal. @throws `OPTION_INVALID` */
export function assertFolder(journal: unknown, at: string): asserts journal is string {
  if (typeof journal === "string" && journal !== "" && !isRemote(journal) && !journal.includes("\0")) return;
  const advice = 'Pass the path of a folder on this machine: `journal: "runs"`.';
  throw wrong({ at, option: "journal", wanted: "the path of a local folder", advice }, journal);
}
