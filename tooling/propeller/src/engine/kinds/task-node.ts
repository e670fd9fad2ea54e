import type * as idl from "@flytekit-ts/models/core";
import { WorkflowMetadata_OnFailurePolicy } from "@flytekit-ts/models/core";
import { joinUri } from "../../data/join-uri.js";
import { keyOf } from "../../registry/registry.js";
import { systemFailure, userFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";
import type { Place, Scope } from "../scope.js";
import { attemptTask } from "./attempt-task.js";
import { insideOf } from "./inside-of.js";
import type { TaskCall } from "./task-call.js";
import { throughCache } from "./through-cache.js";

/** Run a task, and the nodes that it makes if it is a dynamic one. @throws `NodeFailure` */
export async function runTaskNode(
  scope: Scope,
  place: Place,
  target: idl.TaskNode,
  inputs: Literals,
): Promise<Literals> {
  const { node, record, dir } = place;
  const call: TaskCall = {
    scope,
    node,
    task: taskOf(scope, target),
    uniqueId: record.uniqueId,
    owner: record,
    item: undefined,
    dir,
    inputUri: joinUri(dir, "inputs.pb"),
    inputs,
    env: {},
    checkpoint: scope.execution.request.recover?.nodes.get(record.path)?.checkpoint,
    onAttempt: (attempt, checkpoint) => {
      record.attempt = attempt;
      record.checkpoint = checkpoint;
    },
  };
  const { outputs, cache, key } = await throughCache(call, async () => {
    const end = await attemptTask(call);
    return end.kind === "outputs" ? end.outputs : runMade(call, place, end.spec);
  });
  record.cache = cache;
  record.cacheKey = key;
  return outputs;
}

/** The task that a node calls. @throws `TaskNotFound` */
export function taskOf({ entities }: Scope, { reference }: idl.TaskNode): idl.TaskTemplate {
  const id = reference?.value;
  const task = id === undefined ? undefined : entities.task(id);
  if (task === undefined) throw systemFailure("TaskNotFound", `there is no task ${id?.name}`);
  return task;
}

/** Run the nodes that a dynamic task made. All that they call, but for launch plans, came with them. */
async function runMade(call: TaskCall, place: Place, spec: idl.DynamicJobSpec): Promise<Literals> {
  const { execution, signal } = call.scope;
  const { nodes, outputs, tasks, subworkflows } = spec;
  const task = byId(tasks);
  const subWorkflow = byId(subworkflows);
  const entities = { task, subWorkflow };
  for (const { id, target } of nodes) {
    const reference = target?.$case === "taskNode" ? target.value.reference?.value : undefined;
    if (reference === undefined || task(reference) !== undefined) continue;
    throw userFailure(
      "DynamicWorkflowBuildFailed",
      `node ${id} calls ${reference.name}, which is not in futures.pb`,
    );
  }
  const uri = joinUri(place.dir, String(place.record.attempt), "futures.pb");
  execution.options.hooks.onMade?.(place, { task: call.task, spec, uri });
  const own = WorkflowMetadata_OnFailurePolicy.FAIL_IMMEDIATELY;
  const parts = { nodes, outputs, failureNode: undefined, own, inputs: new Map(), entities };
  return execution.run.graph(execution, parts, insideOf(place), signal);
}

function byId<T extends { readonly id: idl.Identifier | undefined }>(
  all: readonly T[],
): (id: idl.Identifier) => T | undefined {
  const known = new Map(all.map((each) => [each.id === undefined ? "" : keyOf(each.id), each]));
  return (id) => known.get(keyOf(id));
}
