import type { EntityRule, InputRule, NodeRule, WorkflowRule } from "./rule.js";
import { aliases } from "./rules/aliases.js";
import { attributePaths } from "./rules/attribute-paths.js";
import { boundInputs, boundOutputs, typedInputs } from "./rules/bindings.js";
import { branches } from "./rules/branches.js";
import { caching } from "./rules/caching.js";
import { comparisons } from "./rules/comparisons.js";
import { conditions } from "./rules/conditions.js";
import { edges } from "./rules/edges.js";
import { failureNodes } from "./rules/failure-nodes.js";
import { gates } from "./rules/gates.js";
import { identifiers } from "./rules/identifiers.js";
import { interfaces, ownInterface } from "./rules/interfaces.js";
import { names } from "./rules/names.js";
import { nodeIds } from "./rules/node-ids.js";
import { references } from "./rules/references.js";
import { size } from "./rules/size.js";
import { subWorkflows } from "./rules/sub-workflows.js";
import { targets } from "./rules/targets.js";

/** Everything that is asked of a workflow, in the order in which it is told. */
export const rules = {
  input: [identifiers, subWorkflows] satisfies readonly InputRule[],
  entity: [references, interfaces, caching] satisfies readonly EntityRule[],
  workflow: [names, size, ownInterface, nodeIds] satisfies readonly WorkflowRule[],
  node: [
    targets,
    gates,
    branches,
    typedInputs,
    conditions,
    comparisons,
    aliases,
    boundInputs,
    failureNodes,
  ] satisfies readonly NodeRule[],
  linked: [boundOutputs, attributePaths, edges] satisfies readonly WorkflowRule[],
};
