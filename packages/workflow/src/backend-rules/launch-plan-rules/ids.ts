import type { Problem } from "../../problem/problem.js";
import { identifierProblems } from "../parts/identifier-problems.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/** The launch plan and its workflow have valid ids. */
export function idProblems({ id, spec, at }: CheckedLaunchPlan): readonly Problem[] {
  return [
    ...identifierProblems(id, { kind: "launch plan", at }),
    ...identifierProblems(spec.workflowId, { kind: "workflow", at: `the workflow of ${at}` }),
  ];
}
