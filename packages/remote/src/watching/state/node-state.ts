import type { ExecutionId } from "@flytekit-ts/core";
import type { NodeExecution } from "@flytekit-ts/models/admin";
import { type ExecutionFault, toFault } from "./execution-fault.js";
import { type Level, pathIn } from "./level.js";
import { type CacheStatus, cacheStatus, type NodePhase, nodePhase } from "./phases.js";
import { toDate, toMilliseconds } from "./times.js";

/** A node of an execution as the cluster has it. */
export interface NodeState {
  /** Its place, as in the events of local runs: `n2/n0` is the node `n0` in the sub-workflow that `n2` runs. */
  readonly path: string;
  /** The id that the cluster has for it. */
  readonly id: string;
  /** The execution that it is in. */
  readonly execution: ExecutionId;
  readonly phase: NodePhase;
  readonly startedAt?: Date;
  /** How long it ran, in milliseconds. */
  readonly duration?: number;
  readonly updatedAt?: Date;
  readonly error?: ExecutionFault;
  /** What the cache did, if the node has one. */
  readonly cache?: CacheStatus;
  /** The URI of its deck. `deckLink` makes a link for browsers of it. */
  readonly deck?: string;
  /** The execution that it started, if it runs a launch plan. */
  readonly child?: ExecutionId;
  /** Whether nodes are inside it: those of a sub-workflow, a conditional, a dynamic. */
  readonly isParent: boolean;
  readonly isDynamic: boolean;
  /** Whether it is a map. */
  readonly isArray: boolean;
}

/** The nodes that Flyte puts before and after those of a graph. */
const AROUND: ReadonlySet<string> = new Set(["start-node", "end-node"]);

/** The state of a node. Undefined for those that Flyte puts around a graph, which nobody has written. */
export function toNodeState({ id, closure, metadata }: NodeExecution, level: Level): NodeState | undefined {
  const nodeId = id?.nodeId ?? "";
  const specId = metadata?.specNodeId || nodeId;
  if (AROUND.has(specId)) return undefined;
  const { isParentNode = false, isDynamic = false, isArray = false } = metadata ?? {};
  return {
    path: pathIn(level, specId, Number(metadata?.retryGroup) || 0),
    id: nodeId,
    execution: level.execution,
    ...(closure === undefined ? { phase: "UNDEFINED" } : ofClosure(closure)),
    isParent: isParentNode || isDynamic,
    isDynamic,
    isArray,
  };
}

type OfClosure = Omit<NodeState, "path" | "id" | "execution" | "isParent" | "isDynamic" | "isArray">;

function ofClosure(closure: NonNullable<NodeExecution["closure"]>): OfClosure {
  const { outputResult, targetMetadata, deckUri } = closure;
  const startedAt = toDate(closure.startedAt);
  const updatedAt = toDate(closure.updatedAt);
  const duration = toMilliseconds(closure.duration);
  const child =
    targetMetadata?.$case === "workflowNodeMetadata" ? targetMetadata.value.executionId : undefined;
  const status = targetMetadata?.$case === "taskNodeMetadata" ? targetMetadata.value.cacheStatus : 0;
  return {
    phase: nodePhase(closure.phase),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(duration === undefined ? {} : { duration }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(outputResult?.$case === "error" ? { error: toFault(outputResult.value) } : {}),
    ...(status === 0 ? {} : { cache: cacheStatus(status) }),
    ...(deckUri === "" ? {} : { deck: deckUri }),
    ...(child === undefined
      ? {}
      : { child: { project: child.project, domain: child.domain, name: child.name } }),
  };
}

/** Whether a node may have attempts of a task. Sub-workflows, conditionals, plans and what was skipped have none. */
export function mayHaveTasks({ phase, child, isParent, isDynamic, isArray, startedAt }: NodeState): boolean {
  if (phase === "SKIPPED" || child !== undefined) return false;
  if (isParent && !isDynamic && !isArray) return false;
  return phase !== "ABORTED" || startedAt !== undefined;
}
