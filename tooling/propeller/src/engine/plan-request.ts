import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { Registry } from "../registry/registry.js";
import { userFailure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";
import type { Request } from "./scope.js";

/** What of a request a launch plan decides. */
export type Started = Pick<Request, "workflow" | "subWorkflows" | "inputs" | "overwriteCache" | "envs">;

/**
 * An execution of a launch plan: what is given, the plan's defaults, and what it fixes.
 *
 * @throws `InvalidArgument` as flyteadmin does: for an input that is unknown, fixed, or missing
 */
export function planRequest(
  registry: Pick<Registry, "workflow">,
  plan: admin.LaunchPlan,
  given: Literals,
): Started {
  const { spec, id } = plan;
  const workflowId = spec?.workflowId;
  const found = workflowId === undefined ? undefined : registry.workflow(workflowId);
  const template = found?.template;
  if (found === undefined || template === undefined) {
    throw userFailure("NotFound", `there is no workflow ${workflowId?.name} for the launch plan ${id?.name}`);
  }
  const fixed = spec?.fixedInputs?.literals ?? new Map<string, idl.Literal>();
  for (const name of given.keys()) {
    if (fixed.has(name)) throw userFailure("InvalidArgument", `fixed_inputs ${name} cannot be overridden`);
  }
  const defaults = [...(spec?.defaultInputs?.parameters ?? [])].flatMap(([name, { behavior }]) =>
    behavior?.$case === "default" ? [[name, behavior.value] as const] : [],
  );
  const envs = Object.fromEntries((spec?.envs?.values ?? []).map(({ key, value }) => [key, value]));
  const inputs = new Map([...defaults, ...given, ...fixed]);
  assertInputs(template, inputs);
  return {
    workflow: template,
    subWorkflows: found.subWorkflows,
    inputs,
    overwriteCache: spec?.overwriteCache ?? false,
    envs,
  };
}

/** @throws `InvalidArgument` unless there is a literal for each input, and for nothing else */
export function assertInputs(template: idl.WorkflowTemplate, inputs: Literals): void {
  const declared = template.interface?.inputs?.variables ?? new Map<string, idl.Variable>();
  for (const name of inputs.keys()) {
    if (!declared.has(name)) throw userFailure("InvalidArgument", `invalid input ${name}`);
  }
  for (const name of declared.keys()) {
    if (!inputs.has(name)) throw userFailure("InvalidArgument", `expected_inputs ${name} missing`);
  }
}
