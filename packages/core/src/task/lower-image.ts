import type * as idl from "@flytekit-ts/models/core";

import { Architecture } from "../literals/idl-enums.js";
import type { TaskSettings } from "../settings/task-settings.js";
import { resolveImage } from "./registration/resolve-image.js";
import type { SerializationSettings } from "./registration/serialization-settings.js";

/** A container without a command: its image, resources and environment. */
export function lowerImage(
  { image, resources, environment }: TaskSettings,
  settings: SerializationSettings,
): idl.Container {
  const env = new Map([...Object.entries(settings.environment ?? {}), ...environment]);
  return {
    image: image === undefined ? settings.image : resolveImage(image, settings),
    command: [],
    args: [],
    resources,
    env: [...env].map(([key, value]) => ({ key, value })),
    config: [],
    ports: [],
    dataConfig: undefined,
    architecture: Architecture.UNKNOWN,
  };
}
