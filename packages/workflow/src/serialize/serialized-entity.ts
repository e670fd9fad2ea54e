import type { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";

/** A message to register, with its id. */
export type SerializedEntity =
  | { readonly kind: "task"; readonly id: Identifier; readonly message: TaskSpec }
  | { readonly kind: "workflow"; readonly id: Identifier; readonly message: WorkflowSpec }
  | { readonly kind: "launch-plan"; readonly id: Identifier; readonly message: LaunchPlan };
