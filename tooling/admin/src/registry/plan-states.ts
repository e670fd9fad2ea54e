import { type LaunchPlanSpec, LaunchPlanState } from "@flytekit-ts/models/admin";
import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import { identifierText } from "../texts/identifier-text.js";
import { assertIdentifier } from "./checks/identifiers.js";
import { activeLaunchPlan, findLaunchPlan } from "./finding.js";
import { entityKey, launchPlans } from "./tables.js";

/**
 * Activates a version of a launch plan in place of the one that was active, or deactivates it. Who activates is not asked for an id:
 * without one, some plan is activated.
 */
export function setPlanState(
  { state, clock }: Backend,
  id: Identifier | undefined,
  wanted: LaunchPlanState,
): void {
  if (wanted !== LaunchPlanState.ACTIVE && wanted !== LaunchPlanState.INACTIVE)
    throw refused.invalid(
      `Unrecognized launch plan state ${String(wanted)} for update for launch plan [${id === undefined ? "<nil>" : identifierText(id)}]`,
    );
  const table = state.table(launchPlans);
  // Activating leaves the times of both as they are.
  const update = (of: Identifier, isActive: boolean) => table.update(entityKey(of), { isActive });
  if (wanted === LaunchPlanState.INACTIVE) {
    assertIdentifier(id, ResourceType.LAUNCH_PLAN);
    const plan = findLaunchPlan(state, id);
    table.update(entityKey(plan.id), { isActive: false, updatedAt: clock.timestamp() });
    return;
  }
  const plan = findLaunchPlan(state, id);
  const active = activeLaunchPlan(state, plan.id);
  assertSchedulable(plan.spec);
  if (active !== undefined && active.rowId !== plan.rowId) update(active.id, false);
  update(plan.id, true);
}

/** The scheduler of flyteadmin does not know the deprecated form. */
function assertSchedulable({ entityMetadata }: LaunchPlanSpec): void {
  const expression = entityMetadata?.schedule?.ScheduleExpression;
  if (expression?.$case !== "cronExpression" || expression.value === "") return;
  throw refused.internal(
    `failed adding schedule for unknown schedule expression type &{${expression.value}}`,
  );
}
