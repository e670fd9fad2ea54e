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
  root: "/",
};

/** The bytes of everything that registers an entity, in order. */
export function bytesOf(entity: Entity): readonly Uint8Array[] {
  return serialize(entity, SETTINGS).map(encodeEntity);
}

/** The same bytes, each decoded and encoded again. */
export function bytesAgainOf(entity: Entity): readonly Uint8Array[] {
  return serialize(entity, SETTINGS).map((each) => {
    if (each.kind === "task") return again(TaskSpec, each.message);
    return each.kind === "workflow" ? again(WorkflowSpec, each.message) : again(LaunchPlan, each.message);
  });
}

function again<T>(codec: Codec<T>, message: T): Uint8Array {
  return encode(codec, codec.decode(encode(codec, message)));
}

function encodeEntity(entity: SerializedEntity): Uint8Array {
  if (entity.kind === "task") return encode(TaskSpec, entity.message);
  return entity.kind === "workflow"
    ? encode(WorkflowSpec, entity.message)
    : encode(LaunchPlan, entity.message);
}
