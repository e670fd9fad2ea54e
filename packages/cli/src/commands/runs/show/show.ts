import { readRun } from "@flytekit-ts/local-exec/journal";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import { findRun } from "../../../local/kept/find-run.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { eventJson } from "../../../progress/event-json.js";
import { errorJson } from "../../../progress/error-json.js";
import { literalsJson } from "../../../values/literal-json.js";
import { printNodes } from "./print-nodes.js";
import { printRun } from "./print-run.js";
import type { runsShowSpec } from "./spec.js";

/** `tsflyte runs show` */
export const runsShow: Action<typeof runsShowSpec> = async ({ arguments: { RUN }, options }, cli) => {
  const { out } = cli;
  const journal = await runsFolder(cli, options.dir);
  const run = await readRun(journal, findRun(journal, RUN));
  const [inputs, outputs] = [await run.inputs(), await run.outputs()];
  if (out.isJson) {
    out.object({
      kind: "run",
      run: run.id,
      entity: run.header.entity.name,
      state: run.state,
      started: new Date(run.startedAt).toISOString(),
      ended: run.endedAt === undefined ? undefined : new Date(run.endedAt).toISOString(),
      duration: run.duration,
      parent: run.header.parent?.run,
      labels: run.header.labels,
      inputs: inputs === undefined ? undefined : literalsJson(inputs),
      outputs: outputs === undefined ? undefined : literalsJson(outputs),
      error: run.error === undefined ? undefined : errorJson(run.error),
    });
    // Those of a run that is still going on would not end.
    if (run.writer === undefined) for await (const event of run.events()) out.object(eventJson(event));
    return ExitCode.Success;
  }
  printRun(run, { inputs, outputs }, out);
  await printNodes(run, options, out);
  for (const error of [run.error, run.damage]) {
    if (error === undefined) continue;
    out.print("");
    out.error(error);
  }
  return ExitCode.Success;
};
