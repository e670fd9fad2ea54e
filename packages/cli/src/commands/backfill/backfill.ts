import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { Action } from "../../command/command.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { asking } from "../../cluster/not-on-cluster.js";
import { spanGiven, timeGiven } from "../../cluster/times-given.js";
import { timeText } from "../../cluster/times.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { backfillSpec } from "./spec.js";

const command = "tsflyte backfill";
type Options = Given<typeof backfillSpec>["options"];

/** `tsflyte backfill` */
export const backfill: Action<typeof backfillSpec> = async (
  { arguments: { PLAN: name, VERSION }, options },
  cli,
) => {
  const { out, host } = cli;
  const period = periodOf(options);
  if (options.parallel === true && options.serial === true)
    throw errors.USAGE_INVALID({
      command,
      problem: "--parallel and --serial say different things",
      advice: "Give one of the two.",
    });
  if (options["fail-fast"] === false && options.parallel !== true)
    out.warn(
      "One after the other, no time is executed after one that fails: with --parallel, --no-fail-fast goes on with all.",
    );
  const isDry = options["dry-run"] === true;
  const isExecuted = !isDry && options.execute !== false;
  return await withCluster(cli, options, async (remote) => {
    const made = await asking(remote, { kind: "launch-plan", name, version: VERSION }, () =>
      remote.backfill(
        { kind: "launch-plan", name },
        {
          ...period,
          planVersion: VERSION,
          parallel: options.parallel,
          failurePolicy: options["fail-fast"] === false ? GO_ON : undefined,
          version: options.version,
          register: !isDry,
          execute: isExecuted,
          name: options.name,
          overwriteCache: options["overwrite-cache"],
          signal: host.signal,
        },
      ),
    );
    const { times, version, workflow, execution } = made;
    out.object({
      kind: "backfill",
      ...{ plan: name, workflow: workflow.name, version, times: times.map((time) => time.toISOString()) },
      execution: execution && { ...execution.id, consoleUrl: execution.consoleUrl },
    });
    for (const time of times) out.note(timeText(time));
    const count = `${times.length} ${times.length === 1 ? "time" : "times"}`;
    if (isDry) out.print(`Would execute ${name} for ${count}; nothing was sent.`);
    else if (execution === undefined) out.print(`Registered ${workflow.name} ${version} for ${count}.`);
    else {
      out.print(execution.id.name);
      out.note(`Executing ${name} for ${count}: ${execution.consoleUrl}`);
    }
    return ExitCode.Success;
  });
};

const GO_ON: FailurePolicy = "fail-after-executable-nodes-complete";

/** The period that two of three options say. @throws `USAGE_INVALID` */
function periodOf({ from, to, window }: Options): { readonly from: Date; readonly to: Date } {
  const given = [from, to, window].filter((each) => each !== undefined).length;
  if (given !== 2) {
    const problem =
      given === 3
        ? "--from, --to and --window are one too many"
        : "two of --from, --to and --window are needed";
    throw errors.USAGE_INVALID({
      command,
      problem,
      advice: "Write `--from 2026-05-01 --to 2026-05-08`, or `--to now --window '7 days'`.",
    });
  }
  const start = from === undefined ? undefined : timeGiven(from, { command, option: "--from" });
  const end = to === undefined ? undefined : timeGiven(to, { command, option: "--to" });
  const span = window === undefined ? 0 : spanGiven(window, { command, option: "--window" });
  const period = {
    from: start ?? new Date((end?.getTime() ?? 0) - span),
    to: end ?? new Date((start?.getTime() ?? 0) + span),
  };
  if (period.from < period.to) return period;
  throw errors.USAGE_INVALID({
    command,
    problem: "--from is not before --to",
    advice: "Give the earlier time as `--from`.",
  });
}
