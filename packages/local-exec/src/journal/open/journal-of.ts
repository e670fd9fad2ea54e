import { existsSync } from "node:fs";
import { join } from "node:path";
import { describeValue } from "@flytekit-ts/core/errors";
import { errors } from "../../errors.js";
import { folderOf, isRunId, JOURNAL_FILE } from "../format/places.js";

/** The file of a run's journal. @throws `RUN_NOT_FOUND` */
export function journalOf(journal: string, run: string): string {
  const notFound = (problem: string): Error => errors.RUN_NOT_FOUND({ run, journal, problem });
  if (!isRunId(run)) {
    const given = typeof run === "string" ? run : describeValue(run);
    throw errors.RUN_NOT_FOUND({ run: given, journal, problem: "that is not the id of a run" });
  }
  if (!existsSync(journal)) throw notFound("the folder is not there");
  const folder = folderOf(journal, run);
  if (!existsSync(folder)) throw notFound("the folder has no such run");
  const file = join(folder, JOURNAL_FILE);
  if (!existsSync(file)) throw notFound("its process ended before the run began");
  return file;
}
