import type { LaunchPlan } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { annotationProblems } from "./launch-plan-rules/annotations.js";
import { defaultProblems } from "./launch-plan-rules/default-inputs.js";
import { fixedProblems } from "./launch-plan-rules/fixed-inputs.js";
import { idProblems } from "./launch-plan-rules/ids.js";
import { kickoffProblems } from "./launch-plan-rules/kickoff-input.js";
import { labelProblems } from "./launch-plan-rules/labels.js";
import type { LaunchPlanRule } from "./launch-plan-rules/launch-plan-rule.js";
import { limitProblems } from "./launch-plan-rules/limits.js";
import { notificationProblems } from "./launch-plan-rules/notifications.js";
import { scheduleProblems } from "./launch-plan-rules/schedule.js";
import { unboundProblems } from "./launch-plan-rules/unbound-inputs.js";
import { sizeProblems } from "./parts/request-problems.js";
import { brief, entriesOf, textOf } from "./parts/message-parts.js";
import { whyUnreadable } from "./parts/why-unreadable.js";

const RULES: readonly LaunchPlanRule[] = [
  idProblems,
  defaultProblems,
  fixedProblems,
  scheduleProblems,
  unboundProblems,
  kickoffProblems,
  notificationProblems,
  labelProblems,
  annotationProblems,
  limitProblems,
];

/** A launch plan and its workflow, as messages. */
export interface LaunchPlanParts {
  readonly launchPlan: LaunchPlan;
  readonly workflow: idl.WorkflowTemplate;
}

/**
 * Every problem of a launch plan that shows in its message and in that of its workflow.
 *
 * The check finds what flyteadmin refuses, and what flyteadmin accepts although it can never work. A schedule that
 * never fires is a warning. Rules that depend on the cluster are left to the cluster. Nothing is thrown, whatever the
 * messages lack.
 */
export function checkLaunchPlan(parts: LaunchPlanParts): readonly Problem[] {
  const { launchPlan, workflow }: Partial<LaunchPlanParts> = parts ?? {};
  const name = textOf(launchPlan?.id?.name);
  const at = name === "" ? "a launch plan" : `launch plan ${brief(name)}`;
  const inputs = workflow?.interface?.inputs?.variables;
  // No other part of the workflow is read.
  const problem = whyUnreadable({ launchPlan, inputs });
  if (problem !== undefined) return [toProblem(errors.MESSAGE_UNREADABLE({ at, problem }), {})];
  const spec = launchPlan?.spec;
  if (spec == null) return [toProblem(errors.PART_MISSING({ at, part: "specification" }), {})];
  const plan = {
    id: launchPlan?.id,
    spec,
    at,
    workflowName: brief(textOf(workflow?.id?.name ?? spec.workflowId?.name)),
    inputs: new Map(entriesOf(inputs)),
    defaults: new Map(entriesOf(spec.defaultInputs?.parameters)),
    fixed: new Map(entriesOf(spec.fixedInputs?.literals)),
  };
  return [...RULES.flatMap((rule) => rule(plan)), ...sizeProblems(spec, at)];
}
