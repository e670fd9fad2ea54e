import type { Codec } from "@flytekit-ts/models";
import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { type Registered, Registry } from "@flytekit-ts/propeller";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { ReferenceMessage } from "../messages/reference.js";

/** Messages of ours, through their bytes, as registering them would send them. */
export function registerOurs(entities: readonly SerializedEntity[], registry = new Registry()): Registry {
  for (const entity of entities) registry.add(ofOurs(entity));
  return registry;
}

function ofOurs({ kind, message }: SerializedEntity): Registered {
  if (kind === "task") return { kind, spec: again(TaskSpec, message) };
  if (kind === "workflow") return { kind, spec: again(WorkflowSpec, message) };
  return { kind: "plan", plan: again(LaunchPlan, message) };
}

function again<T>(codec: Codec<T>, message: T): T {
  return codec.decode(encode(codec, message));
}

/** Messages that flytekit made. */
export function registerRecorded(messages: readonly ReferenceMessage[], registry = new Registry()): Registry {
  for (const { kind, pb } of messages) {
    const bytes = Buffer.from(pb, "base64");
    if (kind === "task") registry.add({ kind, spec: TaskSpec.decode(bytes) });
    else if (kind === "workflow") registry.add({ kind, spec: WorkflowSpec.decode(bytes) });
    else registry.add({ kind: "plan", plan: LaunchPlan.decode(bytes) });
  }
  return registry;
}
