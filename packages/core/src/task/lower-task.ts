import type { IDL_VERSION } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { ResourceType, RuntimeType } from "../literals/idl-enums.js";
import { assertReadable } from "../entity/entity.js";
import * as errors from "../errors.js";
import { AUTO_VERSION } from "../settings/cache.js";
import { toIdlInterface } from "../entity/idl-interface.js";
import { toDuration } from "../literals/durations.js";
import { toK8sPod } from "../settings/pod-template.js";
import { lowerContainer } from "./lower-container.js";
import type { SerializationSettings } from "./registration/serialization-settings.js";
import type { TaskEntity } from "./task-entity.js";
import type { TemplateParts } from "./template.js";

// Written out like the enums of the IDL: importing it would load two more files. The type makes sure that it is right.
const VERSION: typeof IDL_VERSION = "1.16.5";

/** The task type of the container plugin, which every Flyte backend has. */
const TASK_TYPE = "container";

/** The id of a task under these settings. */
export function taskId(task: { readonly name: string }, settings: SerializationSettings): idl.Identifier {
  const { project, domain, version } = settings;
  return { resourceType: ResourceType.TASK, project, domain, name: task.name, version, org: "" };
}

/** The template that the backend registers for a task. @throws `VERSIONS_MIXED`, `CACHE_VERSION_UNRESOLVED` */
export function lowerTask(task: TaskEntity, settings: SerializationSettings): idl.TaskTemplate {
  assertReadable(task);
  const parts: TemplateParts = task.template?.(task.settings, settings) ?? { type: TASK_TYPE };
  const { extendedResources, securityContext } = task.settings;
  const own = lowerTarget(task, settings, parts.target);
  const config = [...own.config, ...task.settings.config, ...Object.entries(parts.config ?? {})];
  const custom = parts.custom ?? task.settings.custom;
  return {
    id: taskId(task, settings),
    type: parts.type,
    metadata: lowerMetadata(task, settings),
    interface: toIdlInterface(task.interface),
    custom: custom === undefined ? undefined : { ...custom },
    target: own.target === "none" ? undefined : own.target,
    taskTypeVersion: parts.taskTypeVersion ?? 0,
    securityContext,
    extendedResources,
    config: new Map(config),
  };
}

interface Target {
  readonly target: TemplateParts["target"];
  readonly config: readonly (readonly [string, string])[];
}

/**
 * The task's own target or the container that runs its function. A container of a task with a pod template becomes
 * a pod.
 */
function lowerTarget(
  task: TaskEntity,
  settings: SerializationSettings,
  own: TemplateParts["target"],
): Target {
  const { podTemplate } = task.settings;
  const target = own ?? { $case: "container" as const, value: lowerContainer(task, settings) };
  if (podTemplate === undefined || target === "none" || target.$case !== "container")
    return { target, config: [] };
  // If the task has its own container, its program is in the image of that container and not in the template's
  // image.
  const pod = toK8sPod(podTemplate, target.value, own === undefined ? "template" : "task");
  // The name of the primary container is in `config`, where the backend looks for it.
  return {
    target: { $case: "k8sPod", value: { ...pod, primaryContainerName: "" } },
    config: [["primary_container_name", pod.primaryContainerName]],
  };
}

function lowerMetadata(task: TaskEntity, serialization: SerializationSettings): idl.TaskMetadata {
  const { settings } = task;
  const { cache, interruptible, timeout } = settings;
  return {
    discoverable: cache !== undefined,
    runtime: { type: RuntimeType.FLYTE_SDK, version: VERSION, flavor: "typescript" },
    timeout: timeout === 0n ? undefined : toDuration(timeout),
    retries: { retries: settings.retries },
    discoveryVersion: cacheVersion(task, serialization),
    deprecatedErrorMessage: settings.deprecated ?? "",
    interruptibleValue:
      interruptible === undefined ? undefined : { $case: "interruptible", value: interruptible },
    cacheSerializable: cache?.serialize ?? false,
    tags: new Map(),
    podTemplateName: settings.podTemplateName,
    cacheIgnoreInputVars: [...(cache?.ignoredInputs ?? [])],
    isEager: task.eager !== undefined,
    generatesDeck: settings.deck,
    metadata: { labels: new Map(), annotations: new Map() },
  };
}

// What has no version of its own is not registered: it is only checked, or runs on this machine.
function cacheVersion(task: TaskEntity, { version, cacheVersion: compute }: SerializationSettings): string {
  const declared = task.settings.cache?.version ?? "";
  if (declared !== AUTO_VERSION || (compute === undefined && version === "")) return declared;
  const computed: unknown = compute?.(task);
  if (typeof computed === "string" && computed.trim() !== "") return computed;
  const { name, definedAt } = task;
  const problem =
    compute === undefined ? "the settings have no `cacheVersion`" : "`cacheVersion` gave no text";
  throw errors.CACHE_VERSION_UNRESOLVED({ task: name, problem }, { location: definedAt.location });
}
