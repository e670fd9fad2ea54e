import { describeEntity, type Entity, type Node } from "@flytekit-ts/core/graph";
import { isRunByOthers } from "@flytekit-ts/core/context";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isMap } from "../map/map-entity.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../problem/problem.js";
import { isReference } from "../reference/reference-entity.js";

/** Warnings about retries that the backend will never use, or will use although a call says that it should not. */
export function retryProblems(graph: Graph): readonly Problem[] {
  const walked = walkGraph(graph);
  // What a task declares is often said once, and its calls are many.
  const tried = new Set(
    walked.filter(({ node }) => hasRetries(node)).map(({ node }) => triedBy(node.entity)),
  );
  const silent = new Set<Entity>();
  return walked.flatMap(({ node, nodeId }) => {
    const error = faultOf(node) ?? faultOfTask(node, tried, silent);
    return error === undefined
      ? NO_PROBLEMS
      : [toProblem(error, { severity: "warning", nodeId, place: node.place })];
  });
}

/** What is tried again if a call is: of a map, what runs for each item. */
function triedBy(entity: Entity): Entity {
  return isMap(entity) ? entity.target : entity;
}

function hasRetries({ settings }: Node): boolean {
  return (settings.retries ?? 0) > 0;
}

function faultOf(node: Node): ReturnType<typeof errors.RETRIES_NEVER_APPLY> | undefined {
  const { retries } = node.settings;
  if (retries === undefined) return undefined;
  const tried = triedBy(node.entity);
  const call = describeEntity(node.entity);
  if (retries === 0) return isTask(tried) ? faultOfNone(call, tried) : undefined;
  // An attempt that takes too long is tried again, whatever else is said.
  if (hasTimeout(node, tried) || isUnknown(tried)) return undefined;
  if (!isTask(tried)) return errors.RETRIES_NEVER_APPLY({ call, retries, kind: kindOf(tried) });
  if (isRunByOthers(tried) || hasWord(tried)) return undefined;
  return errors.RETRIES_NEVER_APPLY({ call, retries, task: tried.name });
}

// The backend takes the number of the call unless it is 0, and then that of the task.
function faultOfNone(call: string, { settings }: TaskEntity): ReturnType<typeof faultOf> {
  return settings.retries === 0
    ? undefined
    : errors.RETRIES_OVERRIDE_IGNORED({ call, retries: settings.retries });
}

/** A task that says which errors are recoverable, although nothing says how often. Told once for each task. */
function faultOfTask(node: Node, tried: ReadonlySet<Entity>, told: Set<Entity>): ReturnType<typeof faultOf> {
  const task = triedBy(node.entity);
  if (!isTask(task) || task.settings.retry === undefined || task.settings.retries > 0) return undefined;
  if (tried.has(task) || told.has(task)) return undefined;
  told.add(task);
  return errors.RETRIES_NEVER_APPLY({ call: describeEntity(node.entity), retries: 0, task: task.name });
}

function hasWord({ settings }: TaskEntity): boolean {
  return settings.retry !== undefined || settings.retries > 0;
}

function hasTimeout({ settings }: Node, tried: Entity): boolean {
  // A gate without a timeout of its own has one of an hour.
  const own = isTask(tried) ? tried.settings.timeout : tried.kind === "gate" ? 1n : 0n;
  return (settings.timeout ?? own) > 0n;
}

// Of a task of another project only the call is known.
function isUnknown(entity: Entity): boolean {
  return isReference(entity) && entity.reference.kind === "task";
}

function kindOf({ kind }: Entity): string {
  return kind === "reference" || kind === "launch-plan" ? "launch plan" : kind;
}
