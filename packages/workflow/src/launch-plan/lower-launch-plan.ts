import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { type Interface, toIdlInterface } from "@flytekit-ts/core/graph";
import { noneLiteral } from "@flytekit-ts/core/literals";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";
import { copyMessage } from "../messages/copy-message.js";
import { launchPlanId } from "../messages/launch-plan-id.js";
import { workflowId } from "../messages/workflow-id.js";
import { isReference, referenceId } from "../reference/reference-entity.js";
import type { LaunchPlanEntity } from "./launch-plan-entity.js";
import { withPlanSettings } from "./with-plan-settings.js";

/** The message that the backend registers for a launch plan. */
export function lowerLaunchPlan(plan: LaunchPlanEntity, settings: SerializationSettings): admin.LaunchPlan {
  const { workflow, fixedInputs } = plan;
  const spec: admin.LaunchPlanSpec = {
    workflowId: isReference(workflow) ? referenceId(workflow.reference) : workflowId(workflow, settings),
    defaultInputs: { parameters: parametersOf(plan.interface) },
    fixedInputs: { literals: new Map(fixedInputs) },
    ...withPlanSettings(plan.settings, settings.plans),
    role: "",
    auth: undefined,
    authRole: undefined,
    qualityOfService: undefined,
    interruptible: undefined,
    envs: undefined,
    executionEnvAssignments: [],
    clusterAssignment: undefined,
  };
  return copyMessage({
    id: launchPlanId(plan, settings),
    spec,
    closure: {
      state: 0,
      expectedInputs: { parameters: new Map() },
      expectedOutputs: { variables: new Map() },
      createdAt: undefined,
      updatedAt: undefined,
    },
  });
}

/** The inputs of a launch plan as IDL, each with its default or marked as required. */
export function parametersOf(declared: Interface): Map<string, idl.Parameter> {
  const variables = toIdlInterface(declared).inputs?.variables ?? new Map<string, idl.Variable>();
  return new Map(
    [...declared.inputs].map(([name, type]) => [
      name,
      { var: variables.get(name), behavior: behaviorOf(type) },
    ]),
  );
}

// As in flytekit, an optional input without a default gets a bare none, not a none inside a union.
function behaviorOf({ transformer, default: fallback }: RuntimeType): idl.Parameter["behavior"] {
  if (fallback !== undefined && fallback.value !== undefined) {
    return { $case: "default", value: transformer.toLiteral(fallback.value) };
  }
  return isOptional(transformer)
    ? { $case: "default", value: noneLiteral() }
    : { $case: "required", value: true };
}
