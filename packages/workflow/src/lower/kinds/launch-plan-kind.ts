import type { LaunchPlanEntity } from "../../launch-plan/launch-plan-entity.js";
import { launchPlanId } from "../../messages/launch-plan-id.js";
import type { NodeKind } from "./node-kind.js";
import { planDefaults } from "./workflow-kind.js";

/** How nodes of launch plans are lowered. The backend starts a separate execution for each such node. */
export const launchPlanKind: NodeKind<LaunchPlanEntity> = {
  defaults: planDefaults,
  target: (_node, entity, { settings }) => ({
    $case: "workflowNode",
    value: { reference: { $case: "launchplanRef", value: launchPlanId(entity, settings) } },
  }),
  uses: ({ workflow }) => [workflow],
};
