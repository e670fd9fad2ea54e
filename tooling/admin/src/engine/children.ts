import {
  ExecutionMetadata,
  ExecutionMetadata_ExecutionMode as Mode,
  ExecutionSpec,
} from "@flytekit-ts/models/admin";
import {
  type LiteralMap,
  WorkflowExecution_Phase as Phase,
  type WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import type { ChildCall, ExecutionResult, Failure, NodeRecord } from "@flytekit-ts/propeller";
import { userFailure } from "@flytekit-ts/propeller";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionOf } from "../executions/find.js";
import { launch } from "../executions/launch/launch.js";
import { phases } from "../executions/phases.js";
import { executionKey, executions } from "../executions/tables.js";
import { terminate } from "../executions/terminate.js";
import { Refusal } from "../serving/refusal.js";
import { dataAt } from "../executions/show/data-at.js";
import type { Telling } from "./news/telling.js";

/** A launch plan that a node starts. */
export interface ChildStart {
  /** Of the execution whose node it is. */
  readonly telling: Telling;
  readonly child: ChildCall;
  /** Told when its execution is there. */
  readonly onStarted: (node: Readonly<NodeRecord>, id: WorkflowExecutionIdentifier) => void;
}

/** Runs launch plans as executions of their own. */
export interface Children {
  run(start: ChildStart, signal: AbortSignal): Promise<ExecutionResult>;
}

/** @param resultOf what an execution came to, as far as it was run here */
export function childrenOf(
  backend: ExecutionBackend,
  resultOf: (id: WorkflowExecutionIdentifier) => ExecutionResult | undefined,
): Children {
  return {
    run: async ({ telling, child, onStarted }, signal) => {
      const { project, domain } = telling.id;
      const id = { project, domain, name: child.name, org: "" };
      const ended = endOf(backend, id);
      // The node is told of first: an execution names the node that started it.
      await telling.reporter.flushed();
      await start(backend, telling, child);
      onStarted(child.node, id);
      const onAbort = () => end(backend, id);
      if (signal.aborted) onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      await ended;
      signal.removeEventListener("abort", onAbort);
      return withFailure(resultOf(id) ?? (await resultOfRow(backend, id)));
    },
  };
}

function end(backend: ExecutionBackend, id: WorkflowExecutionIdentifier): void {
  const { phase } = executionOf(backend.state, id).closure;
  if (phases.workflow.isEnd(phase) || phase === Phase.ABORTING) return;
  terminate(backend, id, { cause: "the execution that started it was terminated", principal: "" });
}

/** An execution that was terminated by itself fails the node that started it. */
function withFailure(result: ExecutionResult): ExecutionResult {
  if (result.phase !== "ABORTED") return result;
  const message = `the execution ${result.name} was terminated`;
  return { ...result, failure: { code: "LaunchPlanAborted", message, kind: "USER" } };
}

async function start(backend: ExecutionBackend, telling: Telling, child: ChildCall): Promise<void> {
  const { id, row } = telling;
  const { node, plan, name, inputs, recover } = child;
  const { spec } = row;
  const parentNodeExecution = { nodeId: node.uniqueId, executionId: id };
  const earlier =
    recover === undefined
      ? undefined
      : { project: id.project, domain: id.domain, name: recover.name, org: "" };
  const metadata = {
    ...ExecutionMetadata.create({}),
    mode: earlier === undefined ? Mode.CHILD_WORKFLOW : Mode.RECOVERED,
    parentNodeExecution,
    referenceExecution: earlier,
  };
  const { labels, annotations, securityContext, maxParallelism, rawOutputDataConfig } = spec;
  const { interruptible, overwriteCache, envs } = spec;
  const options = { labels, annotations, securityContext, maxParallelism, rawOutputDataConfig };
  const inherited = { ...options, interruptible, overwriteCache, envs };
  try {
    await launch(backend, {
      project: id.project,
      domain: id.domain,
      name,
      spec: { ...ExecutionSpec.create({}), ...inherited, launchPlan: plan, metadata },
      inputs: { literals: new Map(inputs) },
      org: "",
    });
  } catch (error) {
    if (error instanceof Refusal) throw userFailure("LaunchPlanExecutionFailed", error.message);
    throw error;
  }
}

function endOf({ state, watchers }: ExecutionBackend, id: WorkflowExecutionIdentifier): Promise<void> {
  return new Promise((resolve) => {
    const done = watchers.add({
      onEnded: (ended) => {
        if (executionKey(ended) !== executionKey(id)) return;
        done();
        resolve();
      },
    });
    const row = state.table(executions).get(executionKey(id));
    if (row !== undefined && phases.workflow.isEnd(row.closure.phase)) resolve();
  });
}

/** What an execution came to that others have run. */
async function resultOfRow(
  backend: ExecutionBackend,
  id: WorkflowExecutionIdentifier,
): Promise<ExecutionResult> {
  const { closure } = executionOf(backend.state, id);
  const { phase, outputResult } = closure;
  const nothing = { name: id.name, nodes: new Map(), tasks: [] };
  if (phase === Phase.SUCCEEDED) {
    const uri =
      outputResult?.$case === "outputs" && outputResult.value.data?.$case === "uri"
        ? outputResult.value.data.value
        : "";
    const { literals }: LiteralMap = (await dataAt(backend, uri)).literals;
    return { ...nothing, phase: "SUCCEEDED", outputs: literals, failure: undefined };
  }
  if (outputResult?.$case !== "error")
    return { ...nothing, phase: "ABORTED", outputs: new Map(), failure: undefined };
  const { code, message } = outputResult.value;
  const failure: Failure = { code, message, kind: "USER" };
  return { ...nothing, phase: "FAILED", outputs: new Map(), failure };
}
