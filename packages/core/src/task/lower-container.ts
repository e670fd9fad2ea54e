import type * as idl from "@flytekit-ts/models/core";

import { lowerImage } from "./lower-image.js";
import { loaderArgs } from "./resolver.js";
import type { SerializationSettings } from "./serialization-settings.js";
import type { TaskEntity } from "./task-entity.js";

/**
 * The container that runs a task's function: the entry point of the runtime, with the places of the task's data.
 */
export function lowerContainer(task: TaskEntity, settings: SerializationSettings): idl.Container {
  const { resolver, root } = settings;
  const location = resolver?.location;
  return {
    ...lowerImage(task.settings, settings),
    args: [
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
