import type { Literals } from "@flytekit-ts/core/tasks";
import { type FlytekitError, isFlytekitError } from "@flytekit-ts/core/errors";
import type { RunEvent } from "@flytekit-ts/local-exec";
import { type Execution, type ExecutionStatus, type Remote, remoteErrors } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import { progressOf } from "../../progress/progress-of.js";
import { literalsJson } from "../../values/literal-json.js";
import { resultText } from "../../values/result-text.js";
import { executionJson } from "../lists/executions.js";
import { changeJson } from "./change-json.js";
import { exitCodeOfPhase } from "./exit-code-of.js";
import { graphOfExecution } from "./graph-of-execution.js";
import { RunEvents } from "./run-events.js";

type AnyExecution = Execution<unknown, unknown>;

/** An execution that is followed, and how. */
export interface Followed {
  readonly remote: Remote;
  readonly execution: AnyExecution;
  /** How long to wait between two looks, in milliseconds. A second if absent. */
  readonly pollInterval?: number | undefined;
}

/**
 * Follow an execution until it has ended, and print what it gave: nodes as those of a local run, its outputs, what failed with
 * its logs. The exit code is that of its phase. Ctrl-C ends following; the execution goes on.
 *
 * @throws `CLUSTER_ENTITY_NOT_FOUND`, `OPTION_INVALID`, and the errors of calls
 */
export async function followExecution(cli: Cli, followed: Followed): Promise<ExitCode> {
  const { host, out } = cli;
  try {
    return await followToEnd(cli, followed);
  } catch (error) {
    if (!host.signal.aborted) throw error;
    const { name } = followed.execution.id;
    out.note(
      `The execution goes on. \`tsflyte execution watch ${name}\` follows it again, ` +
        `and \`tsflyte execution terminate ${name}\` ends it.`,
    );
    return ExitCode.Interrupted;
  }
}

async function followToEnd(cli: Cli, { remote, execution, pollInterval }: Followed): Promise<ExitCode> {
  const { host, out } = cli;
  const { signal } = host;
  const { entity } = await execution.status({ signal });
  const { onEvent } = shown(cli);
  const run = { runId: execution.id.name, entity: entity?.name ?? execution.id.name };
  const tell = (event: object): void => {
    onEvent({ at: Date.now(), ...run, ...event } as RunEvent);
  };
  const graph = await graphOfExecution(remote, entity, signal);
  const events = new RunEvents(graph, tell);
  tell({ kind: "run-started" });
  for await (const change of execution.watch({
    signal,
    ...(pollInterval === undefined ? {} : pollingEvery(pollInterval)),
  })) {
    out.object(changeJson(change));
    events.take(change);
  }
  const status = await execution.status({ signal });
  const duration = status.duration ?? 0;
  if (status.phase === "SUCCEEDED") {
    const outputs = await execution.literals("outputs", { signal });
    tell({ kind: "run-succeeded", duration, outputs });
    showOutputs(cli, { execution, status, outputs });
    return ExitCode.Success;
  }
  const failure = await failureOf(execution, status, signal);
  const told = status.error && events.failureOf(status.error);
  tell({ kind: "run-failed", duration, error: told ?? failure });
  out.object({ ...executionJson(execution, status), kind: "ended", message: failure.text });
  out.note(execution.consoleUrl);
  return exitCodeOfPhase(status.phase);
}

// Programs get the changes themselves.
function shown(cli: Cli): { readonly onEvent: (event: RunEvent) => void } {
  return cli.out.isJson ? { onEvent: () => undefined } : progressOf(cli).reporter;
}

// The longest wait is at least the first.
function pollingEvery(pollInterval: number) {
  return { pollInterval, longestPollInterval: pollInterval };
}

function showOutputs(
  { out }: Cli,
  {
    execution,
    status,
    outputs,
  }: { readonly execution: AnyExecution; readonly status: ExecutionStatus; readonly outputs: Literals },
): void {
  const values = literalsJson(outputs);
  out.object({ ...executionJson(execution, status), kind: "ended", outputs: values });
  const [only] = outputs.keys();
  const text = resultText(values, outputs.size === 1 && only === "o0");
  if (text !== undefined) out.print(text);
}

/** Why an execution has not succeeded, as an error. */
async function failureOf(
  execution: AnyExecution,
  { phase }: ExecutionStatus,
  signal: Cli["host"]["signal"],
): Promise<FlytekitError> {
  try {
    await execution.literals("outputs", { signal });
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return error;
  }
  const { id, consoleUrl } = execution;
  return remoteErrors.EXECUTION_UNFINISHED({ execution: id.name, consoleUrl, phase });
}
