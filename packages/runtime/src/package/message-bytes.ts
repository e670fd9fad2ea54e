import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { mapStrings, type StringPlace } from "./map-strings.js";
import { portableSettings } from "./portable-settings.js";
import { OPEN, type Registered } from "./registration.js";

/** The variable in which a dynamic task carries settings. */
const SETTINGS = "_F_SS_C";

/** The bytes of an entity's message, with a registration in place of the open one. The message itself is left alone. */
export function messageBytes(entity: SerializedEntity, registered: Registered): Uint8Array {
  const change = (text: string, place: StringPlace): string => filled(text, place, registered);
  const make = <T extends object>(codec: Parameters<typeof encode<T>>[0], message: T): Uint8Array => {
    const copy = codec.decode(encode(codec, message));
    mapStrings(copy, change);
    return encode(codec, copy);
  };
  if (entity.kind === "task") return make(TaskSpec, entity.message);
  return entity.kind === "workflow" ? make(WorkflowSpec, entity.message) : make(LaunchPlan, entity.message);
}

function filled(text: string, { holder, key }: StringPlace, { ids, known }: Registered): string {
  if (key === "value" && (Reflect.get(holder, "key") ?? Reflect.get(holder, "name")) === SETTINGS) {
    return portableSettings(text, known);
  }
  return text
    .replaceAll(OPEN.project, ids.project)
    .replaceAll(OPEN.domain, ids.domain)
    .replaceAll(OPEN.version, ids.version);
}
