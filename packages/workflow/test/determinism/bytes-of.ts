import { type Codec, encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { serialize } from "@flytekit-ts/workflow";
import type { Entity, SerializedEntity } from "@flytekit-ts/workflow";

const SETTINGS = {
  project: "p",
  domain: "d",
  version: "v",
  image: "i:1",
  environment: { B: "1", A: "2" },
  root: "/made",
};

/** Everything that registers an entity, in order. */
export function serialized(entity: Entity): readonly SerializedEntity[] {
  return serialize(entity, SETTINGS, { onWarning: () => {} });
}

/** The bytes of everything that registers an entity, in order. */
export function bytesOf(entity: Entity): readonly Uint8Array[] {
  return serialized(entity).map(encoded);
}

export function encoded(entity: SerializedEntity): Uint8Array {
  if (entity.kind === "task") return encode(TaskSpec, entity.message);
  return entity.kind === "workflow"
    ? encode(WorkflowSpec, entity.message)
    : encode(LaunchPlan, entity.message);
}

/** The same bytes, decoded and encoded again. */
export function encodedAgain(entity: SerializedEntity): Uint8Array {
  const bytes = encoded(entity);
  if (entity.kind === "task") return again(TaskSpec, bytes);
  return entity.kind === "workflow" ? again(WorkflowSpec, bytes) : again(LaunchPlan, bytes);
}

function again<T>(codec: Codec<T>, bytes: Uint8Array): Uint8Array {
  return encode(codec, codec.decode(bytes));
}
