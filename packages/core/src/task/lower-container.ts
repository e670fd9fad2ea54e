import type * as idl from "@flytekit-ts/models/core";

import { carrySettings, SETTINGS_VARIABLE } from "./registration/carried-settings.js";
import { fastArgs } from "./registration/fast-registration.js";
import { lowerImage } from "./lower-image.js";
import { loaderArgs } from "./resolver.js";
import { toIdlResources } from "../settings/resources.js";
import type { SerializationSettings } from "./registration/serialization-settings.js";
import type { TaskEntity } from "./task-entity.js";

/**
 * The container that runs a task's function: the entry point of the runtime, with the places of the task's data.
 */
export function lowerContainer(task: TaskEntity, settings: SerializationSettings): idl.Container {
  const { resolver, root } = settings;
  const location = resolver?.location;
  const container = lowerImage(task.settings, settings);
  const carried =
    task.carriesSettings === true ? [{ key: SETTINGS_VARIABLE, value: carrySettings(settings) }] : [];
  return {
    ...container,
    resources: orDefault(task.settings.resources, settings),
    env: [
      ...container.env.filter(({ key }) => carried.length === 0 || key !== SETTINGS_VARIABLE),
      ...carried,
    ],
    args: [
      ...fastArgs(settings.fast),
      "tsflyte-execute",
      ...["--inputs", "{{.input}}"],
      ...["--output-prefix", "{{.outputPrefix}}"],
      ...["--raw-output-data-prefix", "{{.rawOutputDataPrefix}}"],
      ...["--checkpoint-path", "{{.checkpointOutputPrefix}}"],
      ...["--prev-checkpoint", "{{.prevCheckpointPrefix}}"],
      ...(location === undefined ? [] : ["--resolver", location]),
      "--",
      ...(resolver?.loaderArgs(task, root) ?? loaderArgs(task, root)),
    ],
  };
}

// A task that declares any resource has none of the defaults, as in flytekit.
function orDefault(declared: idl.Resources, { defaultResources }: SerializationSettings): idl.Resources {
  const isBare = declared.requests.length === 0 && declared.limits.length === 0;
  return isBare && defaultResources !== undefined
    ? toIdlResources(defaultResources, "the settings")
    : declared;
}
