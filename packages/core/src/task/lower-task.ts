import type * as idl from "@flytekit-ts/models/core";
import { Architecture, ResourceType, RuntimeType } from "../literals/idl-enums.js";
import { IDL_VERSION } from "@flytekit-ts/models";
import { toIdlInterface } from "../entity/interface.js";
import { toDuration } from "../literals/durations.js";
import { toK8sPod } from "./pod-template.js";
import { loaderArgs } from "./resolver.js";
import type { SerializationSettings } from "./settings.js";
import type { TaskEntity } from "./task.js";

/** A type of the pod plugin, which every Flyte has. */
const TASK_TYPE = "container";

/** The id of a task under these settings. */
export function taskId(task: { readonly name: string }, settings: SerializationSettings): idl.Identifier {
  const { project, domain, version } = settings;
  return { resourceType: ResourceType.TASK, project, domain, name: task.name, version, org: "" };
}

/** The template that the backend registers for a task. */
export function lowerTask(task: TaskEntity, settings: SerializationSettings): idl.TaskTemplate {
  const container = lowerContainer(task, settings);
  const { podTemplate, extendedResources } = task.settings;
  const pod = podTemplate === undefined ? undefined : toK8sPod(podTemplate, container);
  return {
    id: taskId(task, settings),
    type: TASK_TYPE,
    metadata: lowerMetadata(task),
    interface: toIdlInterface(task.interface),
    custom: undefined,
    // The name of the primary container is in `config`, where the backend looks for it.
    target:
      pod === undefined
        ? { $case: "container", value: container }
        : { $case: "k8sPod", value: { ...pod, primaryContainerName: "" } },
    taskTypeVersion: 0,
    securityContext: undefined,
    extendedResources,
    config: new Map(pod === undefined ? [] : [["primary_container_name", pod.primaryContainerName]]),
  };
}

/** The container that runs a task: the entry point of the runtime, told where the task's data are. */
export function lowerContainer(task: TaskEntity, settings: SerializationSettings): idl.Container {
  const { image = settings.image, resources, environment } = task.settings;
  const env = new Map([...Object.entries(settings.environment ?? {}), ...environment]);
  return {
    image,
    command: [],
    args: [
      "tsflyte-execute",
      ...["--inputs", "{{.input}}"],
      ...["--output-prefix", "{{.outputPrefix}}"],
      ...["--raw-output-data-prefix", "{{.rawOutputDataPrefix}}"],
      ...["--checkpoint-path", "{{.checkpointOutputPrefix}}"],
      ...["--prev-checkpoint", "{{.prevCheckpointPrefix}}"],
      "--",
      ...loaderArgs(task, settings),
    ],
    resources,
    env: [...env].map(([key, value]) => ({ key, value })),
    config: [],
    ports: [],
    dataConfig: undefined,
    architecture: Architecture.UNKNOWN,
  };
}

function lowerMetadata({ settings }: TaskEntity): idl.TaskMetadata {
  const { cache, interruptible, timeout } = settings;
  return {
    discoverable: cache !== undefined,
    runtime: { type: RuntimeType.FLYTE_SDK, version: IDL_VERSION, flavor: "typescript" },
    timeout: timeout === 0n ? undefined : toDuration(timeout),
    retries: { retries: settings.retries },
    discoveryVersion: cache?.version ?? "",
    deprecatedErrorMessage: settings.deprecated ?? "",
    interruptibleValue:
      interruptible === undefined ? undefined : { $case: "interruptible", value: interruptible },
    cacheSerializable: cache?.serialize ?? false,
    tags: new Map(),
    podTemplateName: "",
    cacheIgnoreInputVars: [...(cache?.ignoredInputs ?? [])],
    isEager: false,
    generatesDeck: false,
    metadata: { labels: new Map(), annotations: new Map() },
  };
}
