import { pruneRuns } from "@flytekit-ts/local-exec/journal";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import { shortId } from "../../../local/kept/find-run.js";
import { keptRuns } from "../../../local/kept/kept-runs.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { millisecondsOf } from "../../../local/options/span.js";
import type { runsPruneSpec } from "./spec.js";

/** `tsflyte runs prune` */
export const runsPrune: Action<typeof runsPruneSpec> = async ({ options }, cli) => {
  const { out } = cli;
  const journal = await runsFolder(cli, options.dir);
  const old = options["older-than"];
  const keep = options.keep ?? (old === undefined ? keptRuns(await cli.project()) : undefined);
  const dryRun = options["dry-run"] ?? false;
  const { runs } = pruneRuns(journal, {
    keep,
    olderThan: old === undefined ? undefined : millisecondsOf(old, "older-than"),
    dryRun,
  });
  for (const run of runs) out.object({ kind: dryRun ? "would-delete" : "deleted", run });
  if (runs.length === 0) {
    out.print("There are no runs to delete.");
    return ExitCode.Success;
  }
  const count = `${runs.length} ${runs.length === 1 ? "run" : "runs"}`;
  out.print(`${count} ${dryRun ? "would be deleted" : "deleted"}: ${runs.map(shortId).join(", ")}`);
  return ExitCode.Success;
};
