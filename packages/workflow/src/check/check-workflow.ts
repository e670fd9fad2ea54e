import { errors } from "../errors.js";
import { indexEntities, type WorkflowToCheck } from "./entities.js";
import { entityUses } from "./entity-uses.js";
import { type Problem, toProblem, unseen } from "./problem.js";
import { rules } from "./rules.js";
import type { Scope } from "./scope.js";
import { walkWorkflows } from "./walk-workflows.js";
import { whyUnreadable } from "./why-unreadable.js";

/**
 * Everything that is wrong with a workflow, as its message and those of what it calls show it.
 *
 * Its rules are those of Flyte's own workflow compiler, so that nothing is registered which a cluster would refuse,
 * and beyond them what that compiler misses and a run would die of. Unlike it this tells each fault once, whatever
 * else is wrong, and it never throws: a message that is not of its type is a problem too.
 */
export function checkWorkflow(given: WorkflowToCheck): readonly Problem[] {
  try {
    const problem = whyUnreadable(given);
    return problem === undefined ? findProblems(given) : [unreadable(problem)];
  } catch {
    return [unreadable("a part of it is missing that its type requires, or is of another type")];
  }
}

function unreadable(problem: string): Problem {
  return toProblem(errors.MESSAGE_UNREADABLE({ at: "the workflow", problem }), {});
}

function findProblems(given: WorkflowToCheck): readonly Problem[] {
  const entities = indexEntities(given);
  const nest = walkWorkflows(given.template, entities);
  return [
    ...rules.input.flatMap((rule) => rule({ given, entities, nest })),
    ...nest.scopes.flatMap((scope) => (scope.isSeen ? checkScope(scope) : checkScope(scope).map(unseen))),
    ...entityUses(nest.scopes).flatMap((use) =>
      rules.entity.flatMap((rule) => rule(use)).map((problem) => within(use.scope, problem)),
    ),
  ];
}

function checkScope(scope: Scope): readonly Problem[] {
  return problemsOf(scope).map((problem) => within(scope, problem));
}

// Says where the id of a node means a node.
function within({ workflow }: Scope, problem: Problem): Problem {
  return { ...problem, workflow };
}

function problemsOf(scope: Scope): readonly Problem[] {
  const problems = rules.workflow.flatMap((rule) => rule(scope));
  // Without nodes there is nothing that anything could hang on.
  if (scope.template.nodes.length === 0) return problems;
  for (const site of scope.sites) {
    for (const rule of rules.node) {
      if (rule.stage <= site.stage) problems.push(...rule.check(site, scope));
    }
  }
  return [...problems, ...rules.linked.flatMap((rule) => rule(scope))];
}
