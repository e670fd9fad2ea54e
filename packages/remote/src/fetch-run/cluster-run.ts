import type { ExecutionId } from "@flytekit-ts/core";
import type { OutsideRun } from "@flytekit-ts/local-exec/journal";
import type { Execution } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { receivedLiterals } from "../values/received-values.js";
import { signedTransfers } from "../values/transfers/signed-transfers.js";
import { lookAt } from "../watching/look/look-at.js";
import { walkNodes } from "../watching/look/walk-nodes.js";
import type { NodeState } from "../watching/state/node-state.js";
import { type ExecutionPhase, executionPhase, isLast } from "../watching/state/phases.js";
import { toDate, toMilliseconds } from "../watching/state/times.js";
import { ClusterGraph } from "./cluster-graph.js";
import { localPaths } from "./local-paths.js";
import { type Fetching, nodeValues } from "./node-values.js";
import { NodesOfRun } from "./nodes-of-run.js";

/** An execution of a cluster as `recordRun` takes it, and where it failed. */
export interface ClusterRun extends OutsideRun {
  /** The paths of the nodes that failed by themselves, and not by what is inside. */
  readonly failed: readonly string[];
}

/** Reads an execution: all its nodes at once, and the values of a node when it is asked for. */
export async function clusterRun(id: ExecutionId, fetching: Fetching): Promise<ClusterRun> {
  const { connection, signal } = fetching;
  const look = lookAt(connection, async (call) => call(), signal);
  const execution = await look.execution(id);
  const found: NodeState[] = [];
  await walkNodes(look, id, (_level, nodes) => {
    found.push(...nodes);
  });
  const isSingleTask = execution.spec?.launchPlan?.resourceType === TASK;
  const states = localPaths(found, isSingleTask);
  const graph = new ClusterGraph(connection, signal);
  // That of a single task was made by flyteadmin, and calls its node otherwise.
  if (!isSingleTask) graph.begin(execution.closure?.workflowId);
  const nodes = new NodesOfRun({ id, fetching, states, graph, isOver: isLast(phaseOf(execution)) });
  return {
    ...(await wholeOf(execution, id, fetching)),
    node: async (path) => nodes.at(path),
    paths: () => states.keys(),
    failed: await nodes.failed(),
  };
}

const TASK = 1;

async function wholeOf(
  execution: Execution,
  id: ExecutionId,
  fetching: Fetching,
): Promise<Omit<OutsideRun, "node" | "paths">> {
  const { connection, signal } = fetching;
  const data = await connection.admin.getExecutionData({ id }, { signal });
  // Nothing can be repeated without the inputs, so these are fetched however large they are.
  const access = { ...fetching, transfers: signedTransfers(connection) };
  const given = { what: `The inputs of ${id.name}`, whole: data.fullInputs, stored: data.inputs };
  const inputs = await receivedLiterals(given, access, signal);
  const { literals, problem } = await nodeValues(data.fullOutputs, data.outputs, fetching);
  const outputs = problem === undefined ? (literals ?? new Map<string, idl.Literal>()) : undefined;
  const { closure } = execution;
  const result = closure?.outputResult;
  const { project, domain, name } = id;
  const phase = phaseOf(execution);
  return {
    origin: `${project}/${domain}/${name} at ${connection.config.endpoint}`,
    state: phase === "SUCCEEDED" ? "succeeded" : isLast(phase) ? "failed" : "unfinished",
    startedAt: (toDate(closure?.startedAt) ?? toDate(closure?.createdAt))?.getTime() ?? 0,
    duration: toMilliseconds(closure?.duration) ?? 0,
    inputs,
    outputs,
    error: result?.$case === "error" ? result.value : { code: phase, message: `the execution was ${phase}` },
  };
}

function phaseOf({ closure }: Execution): ExecutionPhase {
  return executionPhase(closure?.phase ?? 0);
}
