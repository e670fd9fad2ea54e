import * as errors from "../errors.js";
import { NO_PROBLEMS, type Problem, toProblem, unseen } from "../problem/problem.js";
import { armsOfBrokenConditionals } from "./broken-conditionals.js";
import { whyUnreadable } from "./parts/why-unreadable.js";
import { rules } from "./rules.js";
import { entityUses } from "./scopes/entity-uses.js";
import type { Scope } from "./scopes/scope.js";
import { walkWorkflows } from "./scopes/walk-workflows.js";
import { indexEntities, type WorkflowToCheck } from "./sites/entities.js";
import { type Site, STAGES } from "./sites/site.js";
import { completeInterface, variablesOf } from "./sites/variables.js";

/**
 * Every problem of a workflow that shows in its message and in those of the entities it calls.
 *
 * The rules are those of Flyte's own workflow compiler, so that nothing is registered which a cluster would refuse.
 * Further rules find what that compiler misses and what would make a run fail. Unlike that compiler, this check
 * reports each fault once, whatever else is wrong. It never throws: a message of the wrong shape is a problem too.
 */
export function checkWorkflow(given: WorkflowToCheck): readonly Problem[] {
  try {
    const problem = whyUnreadable(given);
    return problem === undefined ? findProblems(given) : [unreadable(problem)];
  } catch {
    return [unreadable("a part that its type requires is missing or has another type")];
  }
}

function unreadable(problem: string): Problem {
  return toProblem(errors.MESSAGE_UNREADABLE({ at: "the workflow", problem }), {});
}

/**
 * Every problem of a workflow that was lowered here. Its message has its whole shape and contains itself nowhere, so
 * no time is spent on that; see `checkWorkflow` for messages of another origin.
 */
export function findProblems(given: WorkflowToCheck): readonly Problem[] {
  const entities = indexEntities(given);
  const nest = walkWorkflows(given.template, entities);
  const ofInput = rules.input.flatMap((rule) => rule({ given, entities, nest }));
  const ofScopes = nest.scopes.flatMap((scope) =>
    scope.isSeen ? checkScope(scope) : checkScope(scope).map(unseen),
  );
  const ofEntities = entityUses(nest.scopes).flatMap((use) =>
    rules.entity.flatMap((rule) => rule(use)).map((problem) => within(use.scope, problem)),
  );
  return behindStops([...ofInput, ...ofScopes, ...ofEntities], new Set(ofInput));
}

/**
 * Removes the backend codes of problems that Flyte's compiler does not reach. It stops early if its input as a whole
 * is wrong, or else if a called entity was not given.
 */
function behindStops(problems: readonly Problem[], ofInput: ReadonlySet<Problem>): readonly Problem[] {
  const stops = [
    (problem: Problem) => ofInput.has(problem) && problem.backendCode !== undefined,
    ({ code, backendCode }: Problem) => code === "ENTITY_NOT_FOUND" && backendCode !== undefined,
  ];
  const stop = stops.find((isStop) => problems.some(isStop));
  return stop === undefined ? problems : problems.map((each) => (stop(each) ? each : unseen(each)));
}

function checkScope(scope: Scope): readonly Problem[] {
  return problemsOf(scope).map((problem) => within(scope, problem));
}

// Adds the workflow, since node ids are unique only within one workflow.
function within({ workflow }: Scope, problem: Problem): Problem {
  return { ...problem, workflow };
}

function problemsOf(scope: Scope): readonly Problem[] {
  const found = rules.workflow.flatMap((rule) => rule(scope));
  // Without nodes the other rules have nothing to check.
  if (scope.template.nodes.length === 0) return found;
  const ofNodes = nodeProblems(scope);
  // Flyte's compiler does not check the nodes of a workflow whose interface is incomplete.
  return [...found, ...(isComplete(scope.template) ? ofNodes : ofNodes.map(unseen))];
}

function isComplete({ interface: types }: Scope["template"]): boolean {
  return completeInterface(variablesOf(types?.inputs), variablesOf(types?.outputs)) !== undefined;
}

function nodeProblems(scope: Scope): readonly Problem[] {
  const found: (readonly Problem[])[] = [];
  let unlinked: ReadonlySet<Site> | undefined;
  for (const site of scope.sites) {
    for (const rule of rules.node) {
      const problems = rule.stage <= site.stage ? rule.check(site, scope) : NO_PROBLEMS;
      if (problems.length === 0) continue;
      if (site.kind === "arm" && rule.stage === STAGES.links) unlinked ??= armsOfBrokenConditionals(scope);
      const isSeen = rule.stage < STAGES.links || unlinked?.has(site) !== true;
      found.push(isSeen ? problems : problems.map(unseen));
    }
  }
  return [...found, ...rules.linked.map((rule) => rule(scope))].flat();
}
