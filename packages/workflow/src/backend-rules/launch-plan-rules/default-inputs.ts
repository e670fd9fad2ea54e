import { isCastable } from "@flytekit-ts/core/casts";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import { nameProblem } from "./input-names.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";
import {
  enumProblems,
  plainDatetimeProblems,
  typeMismatch,
  type ValuePlace,
  valueProblems,
} from "./value-problems.js";

/**
 * Each default is for an input of the workflow. It has a type that is castable to the type of the input, and a value
 * that is castable to its own type. A parameter without a default is marked as required. (validateParameterMap)
 */
export function defaultProblems(plan: CheckedLaunchPlan): readonly Problem[] {
  return [...plan.defaults].flatMap(([name, parameter]) => {
    const unknown = nameProblem(name, "default", plan);
    if (unknown !== undefined) return [unknown];
    const place = { at: `default input ${brief(name)} of ${plan.at}`, input: brief(name) };
    const type = parameter?.var?.type;
    if (type == null) return [toProblem(errors.PART_MISSING({ at: place.at, part: "type" }), place)];
    const wanted = plan.inputs.get(name)?.type;
    if (wanted != null && !isCastable(type, wanted)) {
      const words = {
        wanted: describeLiteralType(wanted),
        given: `the declared type ${describeLiteralType(type)}`,
      };
      return [typeMismatch(place, words)];
    }
    return behaviorProblems(parameter.behavior, { type, wanted }, place);
  });
}

function behaviorProblems(
  behavior: idl.Parameter["behavior"],
  { type, wanted }: { readonly type: idl.LiteralType; readonly wanted: idl.LiteralType | undefined },
  place: ValuePlace,
): readonly Problem[] {
  switch (behavior?.$case) {
    case "default": {
      const problems = valueProblems(behavior.value, type, place);
      if (problems.length > 0) return problems;
      // The default may be declared as a string, although the input is an enum.
      return [
        ...plainDatetimeProblems(behavior.value, type, place),
        ...enumProblems(behavior.value, wanted, place),
      ];
    }
    case "artifactQuery":
    case "artifactId": {
      const problem = "a cluster accepts only where artifacts are enabled";
      return [toProblem(errors.FIELD_UNSUPPORTED({ at: place.at, field: "an artifact", problem }), place)];
    }
    default: {
      if (behavior?.value === true) return [];
      const part = "default value, and is not required either";
      return [toProblem(errors.PART_MISSING({ at: place.at, part }), place)];
    }
  }
}
