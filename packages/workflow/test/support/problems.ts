import type * as idl from "@flytekit-ts/models/core";
import { checkWorkflow, type Problem, type WorkflowToCheck } from "@flytekit-ts/workflow/checks";
import { toCheck } from "./idl-messages.js";

/** What is wrong with a workflow that calls these beside the tasks of `TASKS`. */
export function problemsOf(
  template: idl.WorkflowTemplate,
  callable: Partial<WorkflowToCheck> = {},
): readonly Problem[] {
  return checkWorkflow(toCheck(template, callable));
}

/** What is wrong, one line each: `CODE (BackendCode) node.input: message [expected <- got]`. */
export function told(
  template: idl.WorkflowTemplate,
  callable: Partial<WorkflowToCheck> = {},
): readonly string[] {
  return problemsOf(template, callable).map(line);
}

function line(problem: Problem): string {
  const { code, severity, backendCode, nodeId, input, expected, got, message } = problem;
  const what = severity === "error" ? `${code} (${backendCode ?? "-"})` : `${severity} ${code}`;
  const types = expected === undefined && got === undefined ? "" : ` [${expected ?? "-"} <- ${got ?? "-"}]`;
  return `${what} ${nodeId ?? "-"}.${input ?? "-"}: ${message}${types}`;
}
