import type { ExecutionSpec } from "@flytekit-ts/models/admin";
import { coreErrors } from "@flytekit-ts/core/errors";
import * as errors from "../errors.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { annotationProblems } from "./launch-plan-rules/annotations.js";
import { labelProblems } from "./launch-plan-rules/labels.js";
import type { CheckedLaunchPlan } from "./launch-plan-rules/launch-plan-rule.js";
import { limitProblems } from "./launch-plan-rules/limits.js";
import { notificationProblems } from "./launch-plan-rules/notifications.js";
import { itemsOf, textOf } from "./parts/message-parts.js";
import { whyUnreadable } from "./parts/why-unreadable.js";

/**
 * Every problem of the settings of an execution that shows in its message: those that a launch plan has too, and its tags.
 *
 * What depends on what is registered, such as the inputs, is left to the cluster. Nothing is thrown, whatever the message
 * lacks. `at` names the execution in messages.
 */
export function checkExecution(spec: ExecutionSpec, at: string): readonly Problem[] {
  const problem = whyUnreadable(spec);
  if (problem !== undefined) return [toProblem(errors.MESSAGE_UNREADABLE({ at, problem }), {})];
  const {
    labels,
    annotations,
    maxParallelism,
    envs,
    notificationOverrides: overrides,
    tags,
  }: Partial<ExecutionSpec> = spec ?? {};
  const notifications = overrides?.$case === "notifications" ? itemsOf(overrides.value?.notifications) : [];
  const settings: CheckedLaunchPlan = {
    ...NO_PLAN,
    spec: {
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(envs === undefined ? {} : { envs }),
      ...(maxParallelism === undefined ? {} : { maxParallelism }),
      entityMetadata: { notifications: [...notifications], schedule: undefined, launchConditions: undefined },
    },
    at,
  };
  const rules = [notificationProblems, labelProblems, annotationProblems, limitProblems];
  return [...rules.flatMap((rule) => rule(settings)), ...tagProblems(tags, at)];
}

const NO_PLAN = {
  id: undefined,
  workflowName: "",
  inputs: new Map<string, never>(),
  defaults: new Map<string, never>(),
  fixed: new Map<string, never>(),
};

// flyteadmin keeps tags in a table whose key is their name: a name that is there twice makes it refuse the execution.
function tagProblems(tags: readonly string[] | undefined, at: string): readonly Problem[] {
  const given = itemsOf(tags).map(textOf);
  const wrong = (wanted: string, tag: string): Problem =>
    toProblem(coreErrors.OPTION_INVALID({ at, option: "tags", wanted, given: tag }), {});
  const repeated = given.filter((tag, i) => given.indexOf(tag) !== i);
  return [
    ...given.filter((tag) => tag === "").map((tag) => wrong("tags that are not empty", tag)),
    ...[...new Set(repeated)].filter((tag) => tag !== "").map((tag) => wrong("different tags", tag)),
  ];
}
