import { coreErrors } from "@flytekit-ts/core/errors";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { itemsOf, numberOf, textOf } from "../parts/message-parts.js";
import { INT32, isWholeNumber, wholeNumberWords } from "../parts/whole-number.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * Limits are not too low and fit their fields, and each environment variable has a name. There are no launch conditions.
 *
 * flyteadmin checks only the launch conditions (validateLaunchPlan).
 */
export function limitProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  const { concurrencyPolicy, envs, entityMetadata } = spec;
  const maxParallelism = numberOf(spec.maxParallelism);
  const concurrency = numberOf(concurrencyPolicy?.max);
  const option = (name: string, wanted: string, given: unknown): Problem =>
    toProblem(coreErrors.OPTION_INVALID({ at, option: name, wanted, given }), {});
  const faults = [
    !isWholeNumber(maxParallelism, 0, INT32) &&
      option("maxParallelism", wholeNumberWords(0, INT32), maxParallelism),
    concurrencyPolicy != null &&
      !isWholeNumber(concurrency, 1, INT32) &&
      option("concurrency.max", wholeNumberWords(1, INT32), concurrency),
    itemsOf(envs?.values).some((pair) => textOf(pair?.key) === "") &&
      option("environment", "names that are not empty", ""),
    entityMetadata?.launchConditions != null &&
      toProblem(
        errors.FIELD_UNSUPPORTED({ at, field: "launch conditions", problem: "Flyte 1.16 does not know" }),
        {},
      ),
  ];
  return faults.filter((fault) => fault !== false);
}
