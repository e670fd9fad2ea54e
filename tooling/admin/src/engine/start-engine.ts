import type { WorkflowExecutionIdentifier } from "@flytekit-ts/models/core";
import { CacheStore, type ExecutionResult } from "@flytekit-ts/propeller";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionKey } from "../executions/tables.js";
import { childrenOf } from "./children.js";
import type { EngineOptions } from "./options.js";
import { runExecution, type Shared } from "./run-execution.js";

/** An engine that runs the executions of a server. */
export interface RunningEngine {
  /** Ends all executions. @throws AggregateError of what went wrong in the engine itself */
  close(): Promise<void>;
}

interface Run {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Runs every execution of a server from when it is created. */
export function startEngine(backend: ExecutionBackend, { pods, connectors }: EngineOptions): RunningEngine {
  const runs = new Map<string, Run>();
  const results = new Map<string, ExecutionResult>();
  const problems: unknown[] = [];
  const resultOf = (id: WorkflowExecutionIdentifier) => results.get(executionKey(id));
  const abort = (id: WorkflowExecutionIdentifier, cause: string): void =>
    runs.get(executionKey(id))?.abort.abort(new Error(cause));
  const shared: Shared = {
    backend,
    pods: typeof pods === "function" ? pods(backend.store) : pods,
    connectors,
    cache: new CacheStore(),
    sources: new Map(),
    children: childrenOf(backend, resultOf),
    resultOf,
    keep: (id, result) => void results.set(executionKey(id), result),
    onProblem: (problem) => void problems.push(problem),
  };
  const run = async (id: WorkflowExecutionIdentifier, signal: AbortSignal): Promise<void> => {
    // Who created it is answered first.
    await new Promise((resolve) => setImmediate(resolve));
    await runExecution(shared, id, signal);
  };
  const remove = backend.watchers.add({
    onCreated: (id) => {
      const controller = new AbortController();
      const ended = run(id, controller.signal).catch((error: unknown) => void problems.push(error));
      runs.set(executionKey(id), { abort: controller, ended });
    },
    onAborted: abort,
  });
  return {
    close: async () => {
      remove();
      for (const each of runs.values()) each.abort.abort(new Error("the server is closed"));
      await Promise.all([...runs.values()].map(({ ended }) => ended));
      if (problems.length > 0)
        throw new AggregateError(problems, `the engine failed: ${String(problems[0])}`);
    },
  };
}
