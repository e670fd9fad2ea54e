import { NO_PROBLEMS, type Problem } from "../../problem/problem.js";
import type { Fault } from "../bindings/fault.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule, WorkflowRule } from "./rule.js";

/**
 * The inputs of a conditional or an approval have types, each from its own binding. Flyte's compiler asks it where
 * it works out the node's interface, which it needs for the conditions.
 */
export const typedInputs: NodeRule = {
  stage: STAGES.interface,
  check: (site, { typed }) => tell(typed.get(site)?.faults),
};

/**
 * Each input is bound once, to what is of its type, and none is missing that has to be there. Flyte's compiler
 * asks it where it links nodes with each other.
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
