import { encode } from "@flytekit-ts/models";
import { LaunchPlanCreateRequest, TaskCreateRequest, WorkflowCreateRequest } from "@flytekit-ts/models/admin";
import type { SerializedEntity } from "@flytekit-ts/workflow";

// Whoever measures a request sends it soon after.
const written = new WeakMap<SerializedEntity, Uint8Array>();

/** The bytes of the request that registers an entity. They are written once, so an entity must not change any more. */
export function requestOf(entity: SerializedEntity): Uint8Array {
  const known = written.get(entity);
  if (known !== undefined) return known;
  const bytes = encoded(entity);
  written.set(entity, bytes);
  return bytes;
}

function encoded({ kind, id, message }: SerializedEntity): Uint8Array {
  if (kind === "task") return encode(TaskCreateRequest, { id, spec: message });
  if (kind === "workflow") return encode(WorkflowCreateRequest, { id, spec: message });
  return encode(LaunchPlanCreateRequest, { id, spec: message.spec });
}
