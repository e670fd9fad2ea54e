import { durationText } from "@flytekit-ts/core/context";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import type { JsonValue } from "../../../command/output.js";
import { shortId } from "../../../local/kept/find-run.js";
import { matchingRuns } from "../../../local/kept/matching-runs.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { stateText } from "../../../local/kept/state-text.js";
import { millisecondsOf } from "../../../local/options/span.js";
import { agoText, bytesText } from "../../../values/words.js";
import { shownPath } from "../../../project/config-file/shown-path.js";
import type { runsListSpec } from "./spec.js";

const MOST = 20;

/** `tsflyte runs list` */
export const runsList: Action<typeof runsListSpec> = async ({ options }, cli) => {
  const { out } = cli;
  const journal = await runsFolder(cli, options.dir);
  const entity = options.entity === undefined ? [] : [`entity=${options.entity}`];
  const where = [...options.where, ...entity];
  const since = options.since === undefined ? undefined : Date.now() - millisecondsOf(options.since, "since");
  const limit = options.limit ?? MOST;
  const runs = await matchingRuns(journal, { where, since, limit });
  for (const run of runs) {
    const { id, state, startedAt, endedAt, duration, parent, bytes, labels } = run;
    const times = { started: iso(startedAt), ended: iso(endedAt) };
    out.object({
      kind: "run",
      run: id,
      entity: run.entity,
      state,
      ...times,
      duration,
      parent: parent?.run,
      bytes,
      labels,
    });
  }
  const isFiltered = where.length > 0 || since !== undefined;
  const shown = shownPath(journal, cli.host.cwd);
  if (runs.length === 0)
    out.note(
      isFiltered
        ? `No run in ${shown} meets these conditions.`
        : `No runs are kept in ${shown} so far: \`tsflyte run\` keeps them.`,
    );
  else
    out.table(
      [
        { title: "run" },
        { title: "state" },
        { title: "entity", gives: 1 },
        { title: "started" },
        { title: "took" },
        { title: "size", align: "right" },
      ],
      runs.map(({ id, state, entity: name, startedAt, duration, bytes }) => [
        shortId(id),
        stateText(state, out),
        name ?? "",
        agoText(startedAt),
        durationText(duration),
        bytesText(bytes),
      ]),
    );
  if (runs.length === limit && options.limit === undefined) out.note("`--limit N` lists more.");
  return ExitCode.Success;
};

function iso(milliseconds: number | undefined): JsonValue | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}
