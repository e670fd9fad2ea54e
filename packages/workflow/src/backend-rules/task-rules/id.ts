import type { Problem } from "../../problem/problem.js";
import { identifierProblems } from "../parts/identifier-problems.js";
import type { CheckedTask } from "./task-rule.js";

/** A task has a valid id. */
export function idProblems({ template, at }: CheckedTask): readonly Problem[] {
  return identifierProblems(template.id, { kind: "task", at });
}
