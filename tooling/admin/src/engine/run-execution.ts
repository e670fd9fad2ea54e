import { ExecutionMetadata_ExecutionMode as Mode } from "@flytekit-ts/models/admin";
import {
  LiteralMap,
  NodeExecution_Phase as NodePhase,
  WorkflowExecution_Phase as Phase,
  type WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import { WorkflowExecutionEvent } from "@flytekit-ts/models/event";
import {
  type CacheStore,
  Engine,
  type ExecutionResult,
  joinUri,
  type PodRunner,
} from "@flytekit-ts/propeller";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionOf } from "../executions/find.js";
import type { ExecutionRow } from "../executions/tables.js";
import { arrayTeller } from "./news/array-events.js";
import type { CatalogSources } from "./news/catalog.js";
import type { Children } from "./children.js";
import { answerOf } from "./gate-answers.js";
import { tellMade } from "./news/made-graph.js";
import { nodeTeller } from "./news/node-events.js";
import type { EngineOptions } from "./options.js";
import { podsOf } from "./pods-of.js";
import { registered } from "./registered.js";
import { type Reporter, reporterOf } from "./news/reporter.js";
import { taskTeller } from "./news/task-events.js";
import { errorOf, now, PRODUCER, type Telling } from "./news/telling.js";

/** What all executions of a server share. */
export interface Shared {
  readonly backend: ExecutionBackend;
  readonly pods: PodRunner;
  readonly connectors: EngineOptions["connectors"];
  readonly cache: CacheStore;
  readonly sources: CatalogSources;
  readonly children: Children;
  /** What an earlier execution came to, as far as it was run here. */
  readonly resultOf: (id: WorkflowExecutionIdentifier) => ExecutionResult | undefined;
  readonly keep: (id: WorkflowExecutionIdentifier, result: ExecutionResult) => void;
  readonly onProblem: (problem: unknown) => void;
}

/** Runs an execution to its end, and tells the server everything. */
export async function runExecution(
  shared: Shared,
  id: WorkflowExecutionIdentifier,
  signal: AbortSignal,
): Promise<void> {
  const { backend, onProblem } = shared;
  const row = executionOf(backend.state, id);
  const reporter = reporterOf(backend, onProblem);
  const base = joinUri(backend.store.root, "metadata", "propeller");
  const root = joinUri(base, `${id.project}-${id.domain}-${id.name}`);
  const telling: Telling = { backend, id, row, reporter, sources: shared.sources, root };
  reporter.workflow(event(telling, Phase.RUNNING));
  let result: ExecutionResult;
  try {
    result = await execute(shared, { telling, base, signal });
  } catch (error) {
    onProblem(error);
    const failure = { code: "InternalError", message: String(error), kind: "SYSTEM" } as const;
    result = { name: id.name, phase: "FAILED", outputs: new Map(), failure, nodes: new Map(), tasks: [] };
  }
  // Who waits for the end looks it up.
  shared.keep(id, result);
  tellEnd(telling, result);
  await reporter.flushed();
}

interface Executing {
  readonly telling: Telling;
  /** The folder of all executions. */
  readonly base: string;
  readonly signal: AbortSignal;
}

async function execute(shared: Shared, { telling, base, signal }: Executing): Promise<ExecutionResult> {
  const { backend, cache, children, resultOf } = shared;
  const { id, row, reporter } = telling;
  const { config, spec, closure } = row;
  const [nodes, tasks, arrays] = [nodeTeller(telling), taskTeller(telling), arrayTeller(telling)];
  const pods = podsOf(backend.store, { pods: shared.pods, most: config.maxParallelism }, (pod, logs) => {
    tasks.onStarted(pod, logs);
    arrays.onStarted(pod, logs);
  });
  const registry = registered(backend.state);
  const engine = new Engine({
    registry,
    store: backend.store,
    pods,
    connectors: shared.connectors,
    cache,
    project: id.project,
    domain: id.domain,
    dataRoot: base,
    rawRoot: config.rawOutputDataConfig?.outputLocationPrefix || joinUri(backend.store.root, "raw"),
    hooks: {
      onNode: (news) => {
        arrays.onNode(news);
        nodes.onNode(news);
      },
      onTask: (news) => {
        tasks.onTask(news);
        arrays.onTask(news);
      },
      onGraph: nodes.onGraph,
      onMade: (news, made) => tellMade(telling, nodes.baseOf(news, NodePhase.DYNAMIC_RUNNING), made),
      answer: ({ id: signalId, type }, aborted) => answerOf(backend, { id, signalId, type }, aborted),
      runChild: (child, aborted) => children.run({ telling, child, onStarted: nodes.onChild }, aborted),
    },
  });
  const found = closure.workflowId === undefined ? undefined : registry.workflow(closure.workflowId);
  if (found?.template === undefined)
    throw new Error(`the workflow of execution ${id.name} is not registered`);
  const earlier = spec.metadata?.mode === Mode.RECOVERED ? spec.metadata.referenceExecution : undefined;
  const started = {
    workflow: found.template,
    subWorkflows: found.subWorkflows,
    inputs: await inputsOf(backend, row),
    overwriteCache: config.overwriteCache,
    envs: Object.fromEntries((config.envs?.values ?? []).map(({ key, value }) => [key, value])),
  };
  await reporter.flushed();
  return engine.run(started, { name: id.name, recover: earlier && resultOf(earlier), signal });
}

async function inputsOf(
  { store }: ExecutionBackend,
  { inputsUri }: ExecutionRow,
): Promise<LiteralMap["literals"]> {
  const bytes = await store.read(inputsUri);
  return bytes === undefined ? new Map() : LiteralMap.decode(bytes).literals;
}

function event(telling: Telling, phase: Phase): WorkflowExecutionEvent {
  const base = WorkflowExecutionEvent.create({ producerId: PRODUCER, phase, occurredAt: now(telling) });
  return { ...base, executionId: telling.id };
}

function tellEnd(telling: Telling, { phase, failure }: ExecutionResult): void {
  const { reporter, root }: { readonly reporter: Reporter; readonly root: string } = telling;
  if (phase === "SUCCEEDED") {
    reporter.workflow(event(telling, Phase.SUCCEEDING));
    const uri = joinUri(root, "end-node", "data", "0", "outputs.pb");
    reporter.workflow({
      ...event(telling, Phase.SUCCEEDED),
      outputResult: { $case: "outputUri", value: uri },
    });
    return;
  }
  if (phase === "FAILED") reporter.workflow(event(telling, Phase.FAILING));
  const aborted = { code: "Aborted", message: "the execution was terminated", kind: "USER" } as const;
  const error = errorOf(failure ?? aborted);
  reporter.workflow({ ...event(telling, Phase[phase]), outputResult: { $case: "error", value: error } });
}
