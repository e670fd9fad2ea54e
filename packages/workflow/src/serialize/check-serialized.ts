import { type Entity, type Place, toIdlInterface } from "@flytekit-ts/core/graph";
import type * as idl from "@flytekit-ts/models/core";
import { checkLaunchPlan } from "../backend-rules/check-launch-plan.js";
import { checkTask, checkTaskUnweighed } from "../backend-rules/check-task.js";
import { requestProblems } from "../backend-rules/parts/request-problems.js";
import { weightOf } from "../backend-rules/parts/weight-of.js";
import type { Compilation } from "../compile/compile-all.js";
import { isLaunchPlan, type LaunchPlanEntity } from "../launch-plan/launch-plan-entity.js";
import { NO_PROBLEMS, type Problem } from "../problem/problem.js";
import { isReference } from "../reference/reference-entity.js";
import type { SerializedEntity } from "./serialized-entity.js";

/**
 * Every problem of a registration that does not show in its workflows as such, at the lines that declare them. The sizes of
 * tasks are among them if they are to be weighed.
 */
export function checkSerialized(
  serialized: readonly SerializedEntity[],
  { entities, parts }: Compilation,
  isWeighed: boolean,
): readonly Problem[] {
  const problemsOf = isWeighed ? checkTask : checkTaskUnweighed;
  const places = new Map(entities.map((entity) => [keyOf(entity.kind, entity.name), entity.definedAt]));
  const plans = new Map(entities.filter(isLaunchPlan).map((plan) => [plan.name, plan]));
  return serialized.flatMap((each) => {
    if (each.kind === "task" && each.message.template !== undefined) {
      const { name } = each.id;
      const place = places.get(keyOf("task", name)) ?? places.get(keyOf("map", name));
      const problems = [...problemsOf(each.message.template), ...documentedProblems(each)];
      return problems.map((problem) => at(problem, place));
    }
    if (each.kind === "workflow") {
      const place = places.get(keyOf("workflow", each.id.name));
      return documentedProblems(each).map((problem) => at(problem, place));
    }
    const plan = each.kind === "launch-plan" ? plans.get(each.id.name) : undefined;
    const template = plan && templateOf(plan.workflow, parts);
    if (each.kind !== "launch-plan" || plan === undefined || template === undefined) return [];
    return checkLaunchPlan({ launchPlan: each.message, workflow: template }).map((problem) =>
      at(problem, placeOf(problem, plan)),
    );
  });
}

/** The template of a plan's workflow. Of one that is registered elsewhere only the interface is known, and only that is checked. */
function templateOf(
  workflow: LaunchPlanEntity["workflow"],
  parts: Compilation["parts"],
): idl.WorkflowTemplate | undefined {
  if (!isReference(workflow)) return parts.get(workflow.name)?.template;
  return {
    id: workflow.id,
    interface: toIdlInterface(workflow.interface),
    metadata: undefined,
    nodes: [],
    outputs: [],
    failureNode: undefined,
    metadataDefaults: undefined,
  };
}

/** The problem of a request that is too large only together with its documentation, of which templates know nothing. */
function documentedProblems(each: SerializedEntity): readonly Problem[] {
  const { kind, id, message } = each;
  if (kind === "launch-plan" || message.description === undefined) return NO_PROBLEMS;
  const words = `${kind} ${id.name}`;
  const docs = weightOf(message.description).bytes;
  const rest = weightOf({ ...message, description: undefined }).bytes;
  // Without its docs it is too large already, which is told of the template.
  if (requestProblems(rest, words).length > 0) return NO_PROBLEMS;
  return requestProblems(rest + docs, `${words} with its docs`);
}

/** The place to edit for a problem of a launch plan. */
function placeOf({ code }: Problem, { definedAt, optionsAt, scheduleAt }: LaunchPlanEntity): Place {
  if (code === "LABEL_INVALID" || code === "ANNOTATION_INVALID") return optionsAt;
  const isOfSchedule = code === "SCHEDULE_NEVER_FIRES" || code === "KICKOFF_INPUT_INVALID";
  return (isOfSchedule ? scheduleAt : undefined) ?? definedAt;
}

function keyOf(kind: Entity["kind"], name: string): string {
  return `${kind} ${name}`;
}

function at(problem: Problem, place: Place | undefined): Problem {
  const location = problem.location ?? place?.location;
  return location === undefined ? problem : { ...problem, location };
}
