import { NO_PROBLEMS, type Problem } from "../../problem/problem.js";
import type { Fault } from "../bindings/fault.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule, WorkflowRule } from "./rule.js";

/**
 * Each input of a conditional or an approval gets a type from its binding. Flyte's compiler checks this when it works
 * out the node's interface, which it needs for the conditions.
 */
export const typedInputs: NodeRule = {
  stage: STAGES.interface,
  check: (site, { typed }) => tell(typed.get(site)?.faults),
};

/**
 * Each input is bound at most once, to a value of its type, and no required input is missing. Flyte's compiler checks
 * this when it links nodes with each other.
 */
export const boundInputs: NodeRule = {
  stage: STAGES.links,
  check: (site, { links }) => tell(links.get(site)?.faults),
};

/** The same for the outputs of a workflow, which are the inputs of a node that the backend adds. */
export const boundOutputs: WorkflowRule = ({ outputLinks }) => tell(outputLinks.faults);

function tell(faults: readonly Fault[] | undefined): readonly Problem[] {
  return faults === undefined || faults.length === 0 ? NO_PROBLEMS : faults.map((fault) => fault());
}
