import { joinUri } from "../../data/join-uri.js";
import type { Pod } from "../../pods/pod.js";
import { type Placeholders, render } from "../../pods/render.js";
import { podName, shardOf } from "../ids.js";
import type { Settings } from "../scope.js";
import { containerOf } from "./container-of.js";
import type { TaskCall } from "./task-call.js";

/** The places of one attempt of a task. */
export interface AttemptPlaces {
  readonly outputPrefix: string;
  readonly rawPrefix: string;
  readonly checkpoint: string;
  readonly taskTemplate: string;
}

/** Where an attempt of a task puts what. */
export function placesOf({ scope, uniqueId, dir }: TaskCall, attempt: number): AttemptPlaces {
  const { request, options } = scope.execution;
  const unique = `${request.name}-${uniqueId}-${attempt}`;
  const rawPrefix = joinUri(options.rawRoot, shardOf(unique), unique);
  const outputPrefix = joinUri(dir, String(attempt));
  const checkpoint = joinUri(rawPrefix, "_flytecheckpoints");
  return { outputPrefix, rawPrefix, checkpoint, taskTemplate: joinUri(outputPrefix, "task.pb") };
}

/** What the placeholders of an attempt stand for. */
export function placeholdersOf(call: TaskCall, attempt: number, previous: string | undefined): Placeholders {
  const { scope, uniqueId, inputUri, inputs } = call;
  const { request, options } = scope.execution;
  const places = placesOf(call, attempt);
  return {
    input: inputUri,
    inputPrefix: inputUri.slice(0, inputUri.lastIndexOf("/")),
    outputPrefix: places.outputPrefix,
    rawOutputDataPrefix: places.rawPrefix,
    checkpointOutputPrefix: places.checkpoint,
    prevCheckpointPrefix: previous,
    perRetryUniqueKey: `${request.name}_${uniqueId}_${attempt}`.replaceAll("-", "_"),
    taskTemplatePath: places.taskTemplate,
    namespace: `${options.project}-${options.domain}`,
    inputs,
  };
}

/** The pod of an attempt: its command with all placeholders filled in, and the environment of every container. */
export function podOf(call: TaskCall, attempt: number, previous: string | undefined): Pod {
  const { scope, uniqueId, task, node, inputs, env } = call;
  const { request, options } = scope.execution;
  const placeholders = placeholdersOf(call, attempt, previous);
  const container = containerOf(task, node);
  return {
    name: podName(request.name, uniqueId, attempt),
    node: [...request.lineage, uniqueId],
    task,
    image: container.image,
    command: container.command.map((each) => render(each, placeholders)),
    env: { ...environment(call, options, attempt), ...request.envs, ...container.env, ...env },
    inputs,
    outputPrefix: placeholders.outputPrefix,
    item: call.item,
    attempt,
  };
}

/** What the environment of every container says. */
export function environment(
  { scope, task }: TaskCall,
  { project, domain }: Settings,
  attempt: number,
): Record<string, string> {
  const { name, workflow } = scope.execution.request;
  return {
    FLYTE_INTERNAL_EXECUTION_WORKFLOW: `${project}:${domain}:${workflow.id?.name ?? ""}`,
    FLYTE_INTERNAL_EXECUTION_ID: name,
    FLYTE_INTERNAL_EXECUTION_PROJECT: project,
    FLYTE_INTERNAL_EXECUTION_DOMAIN: domain,
    FLYTE_ATTEMPT_NUMBER: String(attempt),
    FLYTE_INTERNAL_TASK_PROJECT: task.id?.project ?? "",
    FLYTE_INTERNAL_TASK_DOMAIN: task.id?.domain ?? "",
    FLYTE_INTERNAL_TASK_NAME: task.id?.name ?? "",
    FLYTE_INTERNAL_TASK_VERSION: task.id?.version ?? "",
  };
}
