import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";
import type { SerializedEntity } from "@flytekit-ts/workflow/serialize";

/** The canonical JSON of the message of an entity, from its bytes. */
export function messageJson({
  kind,
  bytes,
}: {
  readonly kind: "task" | "workflow" | "launch-plan";
  readonly bytes: Uint8Array;
}): JsonValue {
  switch (kind) {
    case "task":
      return toJson(TaskSpec, TaskSpec.decode(bytes));
    case "workflow":
      return toJson(WorkflowSpec, WorkflowSpec.decode(bytes));
    case "launch-plan":
      return toJson(LaunchPlan, LaunchPlan.decode(bytes));
  }
}

/** The canonical JSON of the message of an entity. */
export function serializedJson(serialized: SerializedEntity): JsonValue {
  switch (serialized.kind) {
    case "task":
      return toJson(TaskSpec, serialized.message);
    case "workflow":
      return toJson(WorkflowSpec, serialized.message);
    case "launch-plan":
      return toJson(LaunchPlan, serialized.message);
  }
}
