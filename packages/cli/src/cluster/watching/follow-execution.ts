import type { Literals } from "@flytekit-ts/core/tasks";
import { type FlytekitError, isFlytekitError } from "@flytekit-ts/core/errors";
import type { RunEvent } from "@flytekit-ts/local-exec";
import { type Execution, type ExecutionStatus, type Remote, remoteErrors } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { Progress } from "../../progress/progress.js";
import { progressOf } from "../../progress/progress-of.js";
import { literalsJson } from "../../values/literal-json.js";
import { resultText } from "../../values/result-text.js";
import { executionJson } from "../lists/executions.js";
import type { GivenAnswers } from "../gates/given-answers.js";
import { gatesOnCluster } from "../gates/gates-on-cluster.js";
import { changeJson } from "./change-json.js";
import { exitCodeOfPhase } from "./exit-code-of.js";
import { graphOfExecution } from "../graphs/graph-of-execution.js";
import { RunEvents } from "./run-events.js";

type AnyExecution = Execution<unknown, unknown>;

/** An execution that is followed, and how. */
export interface Followed {
  readonly remote: Remote;
  readonly execution: AnyExecution;
  /** How long to wait between two looks, in milliseconds. A second if absent. */
  readonly pollInterval?: number | undefined;
  /** What gates are answered with; by default whoever sits there is asked. */
  readonly answers?: GivenAnswers | undefined;
}

/**
 * Follow an execution until it has ended, and print what it gave: nodes as those of a local run, its outputs, what failed with
 * its logs. The exit code is that of its phase. Ctrl-C ends following; the execution goes on.
 *
 * @throws `CLUSTER_ENTITY_NOT_FOUND`, `OPTION_INVALID`, and the errors of calls
 */
export async function followExecution(cli: Cli, followed: Followed): Promise<ExitCode> {
  const { host, out } = cli;
  // Programs get the changes themselves.
  const progress = out.isJson ? undefined : progressOf(cli);
  const ending = new AbortController();
  const end = (): void => ending.abort(host.signal.reason);
  host.signal.addEventListener("abort", end, { once: true });
  if (host.signal.aborted) end();
  try {
    return await followToEnd(cli, followed, { progress, ending });
  } catch (error) {
    // Nothing is drawn any more under what is said now, nor kept back.
    progress?.end();
    if (!ending.signal.aborted) throw error;
    const { name } = followed.execution.id;
    out.note(
      `The execution goes on. \`tsflyte execution watch ${name}\` follows it again, ` +
        `and \`tsflyte execution terminate ${name}\` ends it.`,
    );
    return ExitCode.Interrupted;
  } finally {
    host.signal.removeEventListener("abort", end);
    progress?.end();
  }
}

/** Who is shown an execution, and what ends following it. */
interface Shown {
  readonly progress: Progress | undefined;
  readonly ending: AbortController;
}

async function followToEnd(
  cli: Cli,
  { remote, execution, pollInterval, answers }: Followed,
  { progress, ending }: Shown,
): Promise<ExitCode> {
  const { out } = cli;
  const { signal } = ending;
  const { entity } = await execution.status({ signal });
  const run = { runId: execution.id.name, entity: entity?.name ?? execution.id.name };
  const tell = (bare: object): void => {
    const event = { at: Date.now(), ...run, ...bare } as RunEvent;
    progress?.reporter.onEvent(event);
  };
  const graph = await graphOfExecution(remote, entity, signal);
  const at = graph.at.bind(graph);
  const events = new RunEvents(execution.id.name, at, tell);
  const interrupt = (): void => ending.abort();
  const gates = gatesOnCluster(cli, { remote, progress, at, interrupt, answers });
  tell({ kind: "run-started" });
  const often = pollInterval === undefined ? {} : pollingEvery(pollInterval);
  try {
    for await (const change of execution.watch({ signal, ...often })) {
      await graph.learn(change);
      out.object(changeJson(change));
      events.take(change);
      gates.take(change);
    }
  } finally {
    await gates.end();
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
  if (status.phase === "FAILED")
    out.note(
      `Once the fault is corrected, \`tsflyte execution recover ${execution.id.name}\` repeats the execution without what succeeded.`,
    );
  out.note(execution.consoleUrl);
  return exitCodeOfPhase(status.phase);
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
