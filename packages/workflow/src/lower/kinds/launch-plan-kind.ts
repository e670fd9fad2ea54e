import type { LaunchPlanEntity } from "../../launch-plan/launch-plan-entity.js";
import { launchPlanId } from "../../messages/launch-plan-id.js";
import type { NodeKind } from "./node-kind.js";
import { planDefaults } from "./workflow-kind.js";

/** Nodes of launch plans: the backend starts an execution of its own for each. */
export const launchPlanKind: NodeKind<LaunchPlanEntity> = {
  defaults: planDefaults,
  target: (_node, entity, { settings }) => ({
    $case: "workflowNode",
    value: { reference: { $case: "launchplanRef", value: launchPlanId(entity, settings) } },
  }),
  uses: ({ workflow }) => [workflow],
};
