import type * as idl from "@flytekit-ts/models/core";
import type { Problem } from "../problem/problem.js";
import { brief, textOf } from "./parts/message-parts.js";
import { sizeProblems } from "./parts/request-problems.js";
import { containerProblems } from "./task-rules/container.js";
import { environmentProblems } from "./task-rules/environment.js";
import { idProblems } from "./task-rules/id.js";
import { metadataProblems } from "./task-rules/metadata.js";
import { numberProblems } from "./task-rules/numbers.js";
import { placeholderProblems } from "./task-rules/placeholders.js";
import { podProblems } from "./task-rules/pod.js";
import { resourceProblems } from "./task-rules/resources.js";
import type { TaskRule } from "./task-rules/task-rule.js";
import { variableProblems } from "./task-rules/variables.js";

const RULES: readonly TaskRule[] = [
  idProblems,
  metadataProblems,
  numberProblems,
  variableProblems,
  containerProblems,
  resourceProblems,
  environmentProblems,
  podProblems,
  placeholderProblems,
];

/**
 * Every problem of a task that shows in its template.
 *
 * The check finds what flyteadmin and the task compiler refuse, and what they accept although it can never work.
 * Rules that depend on the cluster, such as its projects and the limits of its platform, are left to the cluster.
 * Nothing is thrown, whatever the message lacks.
 */
export function checkTask(template: idl.TaskTemplate): readonly Problem[] {
  return [...checkTaskUnweighed(template), ...sizeProblems(template ?? {}, wordsOf(template))];
}

/** The problems of a task but for its size, which takes longer to find than all others. */
export function checkTaskUnweighed(template: idl.TaskTemplate): readonly Problem[] {
  const checked = { template: template ?? {}, at: wordsOf(template) };
  return RULES.flatMap((rule) => rule(checked));
}

function wordsOf(template: idl.TaskTemplate): string {
  const name = textOf(template?.id?.name);
  return name === "" ? "a task" : `task ${brief(name)}`;
}
