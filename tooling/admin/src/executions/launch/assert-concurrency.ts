import { ConcurrencyLimitBehavior } from "@flytekit-ts/models/admin";
import { WorkflowExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { LaunchPlanRow } from "../../registry/tables.js";
import { refused } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";
import { executions } from "../tables.js";

const ACTIVE: readonly number[] = [Phase.QUEUED, Phase.RUNNING];

/**
 * Whether a plan may have one more execution. Those of all its versions count that are queued or running; new ones, of which no
 * engine has said anything, do not.
 *
 * @throws Refusal ALREADY_EXISTS where the plan skips what is too much
 */
export function assertConcurrency(state: State, { id, spec }: LaunchPlanRow): void {
  const policy = spec.concurrencyPolicy;
  if (policy === undefined) return;
  const count = state
    .table(executions)
    .rows()
    .filter(({ id: { project, domain }, closure, spec: { launchPlan } }) => {
      const isHere = project === id.project && domain === id.domain && launchPlan?.name === id.name;
      return isHere && launchPlan?.resourceType === id.resourceType && ACTIVE.includes(closure.phase);
    }).length;
  if (count < policy.max) return;
  const { behavior, max } = policy;
  if (behavior === ConcurrencyLimitBehavior.CONCURRENCY_LIMIT_BEHAVIOR_SKIP)
    throw refused.exists(`concurrency limit (${max}) reached for launch plan ${id.name}; skipping execution`);
  if (behavior !== ConcurrencyLimitBehavior.CONCURRENCY_LIMIT_BEHAVIOR_UNSPECIFIED)
    throw refused.unknown(`unsupported concurrency-limit behavior: ${String(behavior)}`);
}
