import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Problem } from "../problem/problem.js";
import type { CompileOptions } from "./compiled-workflow.js";

const KNOWN = new Set(["allow", "onWarning"]);

/**
 * A function that turns the problems which the options allow into warnings.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function allowing(options: CompileOptions): (problem: Problem) => Problem {
  const at = "a compilation";
  assertOptions(options, KNOWN, at);
  const { allow = [] } = options;
  if (!Array.isArray(allow)) {
    const advice = 'Put it into a list: `allow: ["WORKFLOW_TOO_LARGE"]`.';
    throw coreErrors.OPTION_INVALID({ at, option: "allow", wanted: "a list of codes", given: allow, advice });
  }
  const codes: ReadonlySet<string> = new Set(allow);
  return (problem) => (codes.has(problem.code) ? { ...problem, severity: "warning" } : problem);
}
