import { readdirSync } from "node:fs";
import { textOf } from "@flytekit-ts/core/errors";
import type { Cli } from "../../command/cli.js";
import { keptRuns } from "./kept-runs.js";

/** So many runs more than are to stay may be there before somebody looks which they are: that reads all of them. */
const MORE = 1.2;

/** Delete the oldest runs after one has ended, if there are too many. That this fails is no fault of the run. */
export async function pruneAfter(cli: Cli, journal: string, file: string): Promise<void> {
  const keep = keptRuns(await cli.project(file));
  try {
    const folders = readdirSync(journal, { withFileTypes: true }).filter((each) => each.isDirectory());
    // One of them has the large values of all.
    if (folders.length - 1 <= Math.max(keep + 1, keep * MORE)) return;
    const { pruneRuns } = await import("@flytekit-ts/local-exec/journal");
    pruneRuns(journal, { keep });
  } catch (error) {
    cli.out.warn(`Old runs in ${journal} could not be deleted: ${textOf(error)}`);
  }
}
