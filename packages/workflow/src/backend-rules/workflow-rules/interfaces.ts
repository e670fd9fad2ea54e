import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import type { EntityUse } from "../scopes/entity-uses.js";
import { openInputs } from "../scopes/open-inputs.js";
import type { LaunchPlanInterface } from "../sites/entities.js";
import { missingIn, variablesOf } from "../sites/variables.js";
import type { EntityRule, WorkflowRule } from "./rule.js";

/**
 * Inputs and outputs have names and types, and a called workflow has an interface. Flyte's compiler checks this
 * when it works out the interface of a node that calls the entity.
 */
export const interfaces: EntityRule = (use) => {
  const { reference, site, isSeen } = use;
  const at = `The ${reference.kind} ${reference.id.name}`;
  const backendCode = isSeen ? "ValueRequired" : undefined;
  return missingParts(use).map((part) =>
    toProblem(errors.MESSAGE_INCOMPLETE({ at, part }), { nodeId: site.id, backendCode }),
  );
};

/** The same for the outermost workflow, except that it need not have an interface, since no node calls it. */
export const ownInterface: WorkflowRule = ({ template, workflow, isMain }) => {
  if (!isMain) return NO_PROBLEMS;
  const { inputs, outputs } = template.interface ?? {};
  return [...missingIn(variablesOf(inputs)), ...missingIn(variablesOf(outputs))].map((part) =>
    toProblem(errors.MESSAGE_INCOMPLETE({ at: workflow, part }), { backendCode: "ValueRequired" }),
  );
};

function missingParts({ reference: { entity }, sites }: EntityUse): readonly string[] {
  if (entity === undefined) return [];
  if (entity.kind === "launch plan") return missingInPlan(entity.plan, sites);
  const { interface: types } = entity.template;
  if (types === undefined) return entity.kind === "workflow" ? ["an interface"] : [];
  return [...missingIn(variablesOf(types.inputs)), ...missingIn(variablesOf(types.outputs))];
}

function missingInPlan(
  { expectedInputs, expectedOutputs }: LaunchPlanInterface,
  sites: EntityUse["sites"],
): readonly string[] {
  const given = new Set(sites.flatMap(({ node }) => node.inputs.map((binding) => binding.var)));
  return [
    ...(expectedInputs === undefined ? ["its inputs"] : []),
    ...(expectedOutputs === undefined ? ["its outputs"] : []),
    ...missingIn(openInputs(expectedInputs, given)),
    ...missingIn(variablesOf(expectedOutputs)),
  ];
}
