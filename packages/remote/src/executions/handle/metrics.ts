import type { ExecutionId } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { toDate } from "../../watching/state/times.js";

/** What took time in an execution: a whole, with its parts. */
export interface ExecutionSpan {
  readonly kind: "execution" | "node" | "task" | "operation";
  /** Its name: that of the execution, the node's id, the task's name, or the operation, such as `WORKFLOW_SETUP`. */
  readonly name: string;
  /** The attempt of a task, counted from 0. */
  readonly attempt?: number;
  readonly start: Date | undefined;
  /** None while it goes on. */
  readonly end: Date | undefined;
  readonly spans: readonly ExecutionSpan[];
}

/** How many levels of nodes inside nodes are told of. */
const DEPTH = 10;
const MOST = 100;
const AT = "execution.metrics";
const KNOWN: ReadonlySet<string> = new Set(["depth", "signal"]);

/** What took time in an execution; undefined if the cluster has not measured anything. */
export async function metricsOf(
  id: ExecutionId,
  options: Abortable & { readonly depth?: number | undefined },
  { connection }: Pick<ClusterAccess, "connection">,
): Promise<ExecutionSpan | undefined> {
  assertOptions(options, KNOWN, AT);
  const { depth = DEPTH, signal } = options;
  if (!Number.isInteger(depth) || depth < 1 || depth > MOST) {
    const wanted = `a whole number from 1 to ${MOST}`;
    throw coreErrors.OPTION_INVALID({ at: AT, option: "depth", wanted, given: depth });
  }
  const { span } = await connection.admin.getExecutionMetrics({ id: { ...id, org: "" }, depth }, { signal });
  return span === undefined ? undefined : spanOf(span);
}

function spanOf({ id, startTime, endTime, spans }: idl.Span): ExecutionSpan {
  return { ...ownerOf(id), start: toDate(startTime), end: toDate(endTime), spans: spans.map(spanOf) };
}

function ownerOf(id: idl.Span["id"]): Pick<ExecutionSpan, "kind" | "name" | "attempt"> {
  switch (id?.$case) {
    case "workflowId":
      return { kind: "execution", name: id.value.name };
    case "nodeId":
      return { kind: "node", name: id.value.nodeId };
    case "taskId":
      return { kind: "task", name: id.value.taskId?.name ?? "", attempt: id.value.retryAttempt };
    default:
      return { kind: "operation", name: id?.value ?? "" };
  }
}
