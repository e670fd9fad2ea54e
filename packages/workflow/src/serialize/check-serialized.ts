import type { Entity, Place } from "@flytekit-ts/core/plugin";
import { checkLaunchPlan } from "../check/check-launch-plan.js";
import { checkTask } from "../check/check-task.js";
import type { Problem } from "../check/problem.js";
import type { Compilation } from "../compile/compile-all.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import type { SerializedEntity } from "./serialized-entity.js";

/** What is wrong with the tasks and launch plans of a registration, at the lines that declare them. */
export function checkSerialized(
  serialized: readonly SerializedEntity[],
  { entities, parts }: Compilation,
): readonly Problem[] {
  const places = new Map(entities.map((entity) => [keyOf(entity.kind, entity.name), entity.definedAt]));
  const plans = new Map(entities.filter(isLaunchPlan).map((plan) => [plan.name, plan]));
  return serialized.flatMap((each) => {
    if (each.kind === "task" && each.message.template !== undefined) {
      const { name } = each.id;
      const place = places.get(keyOf("task", name)) ?? places.get(keyOf("map", name));
      return checkTask(each.message.template).map((problem) => at(problem, place));
    }
    const template =
      each.kind === "launch-plan"
        ? parts.get(plans.get(each.id.name)?.workflow.name ?? "")?.template
        : undefined;
    // Of a workflow that is registered elsewhere no more is known than the plan's own inputs.
    if (each.kind !== "launch-plan" || template === undefined) return [];
    const place = places.get(keyOf("launch-plan", each.id.name));
    return checkLaunchPlan({ launchPlan: each.message, workflow: template }).map((problem) =>
      at(problem, place),
    );
  });
}

function keyOf(kind: Entity["kind"], name: string): string {
  return `${kind} ${name}`;
}

function at(problem: Problem, place: Place | undefined): Problem {
  const location = problem.location ?? place?.location;
  return location === undefined ? problem : { ...problem, location };
}
