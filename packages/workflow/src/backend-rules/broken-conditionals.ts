import type * as idl from "@flytekit-ts/models/core";
import type { Scope } from "./scopes/scope.js";
import { casesOf, flattenConditions } from "./sites/flatten-conditions.js";
import type { Site } from "./sites/site.js";
import { aliases } from "./workflow-rules/aliases.js";
import { boundInputs } from "./workflow-rules/bindings.js";
import { branches } from "./condition-rules/branches.js";
import { comparisons } from "./condition-rules/comparisons.js";
import { conditions } from "./condition-rules/conditions.js";
import type { NodeRule } from "./workflow-rules/rule.js";

/**
 * The arms of conditionals whose bindings Flyte's compiler does not check.
 *
 * It links the arms of a conditional only if it finds no fault in the conditional itself, and no fault of an arm that
 * shows before linking. Faults of a conditional's inputs and outputs count only if a condition names an input.
 */
export function armsOfBrokenConditionals(scope: Scope): ReadonlySet<Site> {
  const broken = new Set<Site>();
  // In reverse order inner conditionals come first. Whether an outer one is broken depends on them.
  for (const site of scope.sites.toReversed()) {
    const cases = casesOf(site.node);
    if (cases !== undefined && isBroken(site, cases)) broken.add(site);
  }
  return new Set([...broken].flatMap(({ inner }) => inner));

  function isBroken(site: Site, cases: idl.IfElseBlock): boolean {
    return (
      (!hasInterface(site) && namesInput(cases)) ||
      branches.check(site, scope).some(({ backendCode }) => backendCode !== "MismatchingTypes") ||
      isTold(conditions, site) ||
      isTold(comparisons, site) ||
      site.inner.some(isFaulty)
    );
  }

  function isFaulty(arm: Site): boolean {
    if (!hasInterface(arm) || broken.has(arm) || isTold(aliases, arm)) return true;
    return casesOf(arm.node) !== undefined && arm.inner.some((inner) => isTold(boundInputs, inner));
  }

  function hasInterface(site: Site): boolean {
    return scope.interfaces.get(site) !== undefined;
  }

  function isTold({ check }: NodeRule, site: Site): boolean {
    return check(site, scope).some(({ backendCode }) => backendCode !== undefined);
  }
}

function namesInput(cases: idl.IfElseBlock): boolean {
  return flattenConditions(cases).comparisons.some(({ leftValue, rightValue }) =>
    [leftValue, rightValue].some((operand) => operand?.val?.$case === "var"),
  );
}
