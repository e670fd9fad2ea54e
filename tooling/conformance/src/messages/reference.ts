import type { Codec } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";
import type { SerializedEntity } from "@flytekit-ts/workflow";

/** A message that flytekit made: its kind, its full name, and its bytes in base64. */
export interface ReferenceMessage {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly pb: string;
}

/** What is registered. */
export type ReferenceKind = "task" | "workflow" | "launch_plan";

/** The kinds, as the reference data writes them and as we do. */
export const KINDS = {
  task: "task",
  workflow: "workflow",
  launch_plan: "launch-plan",
} as const satisfies Record<ReferenceKind, SerializedEntity["kind"]>;

/** A message by its bytes, in JSON with the names of the IDL. @throws for bytes that are no such message */
export function decodeToJson(kind: SerializedEntity["kind"], bytes: Uint8Array): JsonValue {
  const json = <T>(codec: Codec<T>): JsonValue =>
    toJson(codec, codec.decode(bytes), { useProtoFieldName: true });
  if (kind === "task") return json(TaskSpec);
  return kind === "workflow" ? json(WorkflowSpec) : json(LaunchPlan);
}
