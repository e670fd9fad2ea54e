import type { SerializedEntity } from "@flytekit-ts/workflow";

/**
 * Entities with the default launch plan of a workflow directly after it, as flytekit's packages have them.
 *
 * A plan needs nothing but its workflow, so it may move forward.
 */
export function plansAfterWorkflows(
  serialized: readonly SerializedEntity[],
  defaults: ReadonlySet<string>,
): readonly SerializedEntity[] {
  const plans = new Map(
    serialized.flatMap((each) =>
      each.kind === "launch-plan" && defaults.has(each.id.name) ? [[each.id.name, each] as const] : [],
    ),
  );
  return serialized.flatMap((each): readonly SerializedEntity[] => {
    const plan = plans.get(each.id.name);
    if (each === plan) return [];
    return each.kind === "workflow" && plan !== undefined ? [each, plan] : [each];
  });
}
