import { compilePasses } from "./whole-rules/compile-passes.js";
import { failurePolicies } from "./whole-rules/failure-policies.js";
import { seconds } from "./condition-rules/seconds.js";
import { sizes } from "./whole-rules/sizes.js";
import { voidArms } from "./condition-rules/void-arms.js";
import { aliases } from "./workflow-rules/aliases.js";
import { attributePaths } from "./workflow-rules/attribute-paths.js";
import { boundInputs, boundOutputs, typedInputs } from "./workflow-rules/bindings.js";
import { branches } from "./condition-rules/branches.js";
import { caching } from "./workflow-rules/caching.js";
import { comparisons } from "./condition-rules/comparisons.js";
import { conditions } from "./condition-rules/conditions.js";
import { edges } from "./workflow-rules/edges.js";
import { failureNodes } from "./workflow-rules/failure-nodes.js";
import { gates } from "./workflow-rules/gates.js";
import { identifiers } from "./whole-rules/identifiers.js";
import { interfaces, ownInterface } from "./workflow-rules/interfaces.js";
import { names } from "./workflow-rules/names.js";
import { nodeIds } from "./workflow-rules/node-ids.js";
import { numbers } from "./workflow-rules/numbers.js";
import { references } from "./workflow-rules/references.js";
import type { EntityRule, InputRule, NodeRule, WorkflowRule } from "./workflow-rules/rule.js";
import { size } from "./workflow-rules/size.js";
import { subWorkflows } from "./whole-rules/sub-workflows.js";
import { targets } from "./workflow-rules/targets.js";

/** All rules for workflows, in the order in which their problems are reported. */
export const rules = {
  input: [identifiers, subWorkflows, compilePasses, failurePolicies, sizes] satisfies readonly InputRule[],
  entity: [references, interfaces, caching] satisfies readonly EntityRule[],
  workflow: [names, size, ownInterface, nodeIds] satisfies readonly WorkflowRule[],
  node: [
    targets,
    numbers,
    gates,
    branches,
    typedInputs,
    conditions,
    comparisons,
    seconds,
    voidArms,
    aliases,
    boundInputs,
    failureNodes,
  ] satisfies readonly NodeRule[],
  linked: [boundOutputs, attributePaths, edges] satisfies readonly WorkflowRule[],
};
