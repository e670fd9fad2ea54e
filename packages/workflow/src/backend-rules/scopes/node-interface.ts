import type * as idl from "@flytekit-ts/models/core";
import { type TypedInputs, typeInputs } from "../bindings/type-inputs.js";
import type { LaunchPlanInterface } from "../sites/entities.js";
import type { Names } from "../sites/names.js";
import type { Site } from "../sites/site.js";
import {
  completeInterface,
  NO_VARIABLES,
  type NodeInterface,
  type Variables,
  variablesOf,
} from "../sites/variables.js";
import { commonOutputs } from "./common-outputs.js";
import { effectiveOutputs } from "./effective-outputs.js";
import { openInputs } from "./open-inputs.js";

/** The interfaces of the nodes of a workflow, known before their inputs are linked. */
export interface Interfaces {
  /** The interface of each node, arm and repeated node; `undefined` if none can be worked out. */
  readonly interfaces: ReadonlyMap<Site, NodeInterface | undefined>;
  /** The inputs of conditionals and approvals. They have the types of their bindings. */
  readonly typed: ReadonlyMap<Site, TypedInputs>;
  readonly names: Names;
}

/**
 * Work out the interfaces of nodes in the order of their list, as the backend does.
 *
 * The types of conditionals and approvals come from the nodes that they use, so those nodes have to be listed first.
 */
export function nodeInterfaces(sites: readonly Site[], known: Omit<Names, "outputs">): Interfaces {
  const interfaces = new Map<Site, NodeInterface | undefined>();
  const typed = new Map<Site, TypedInputs>();
  const outputs = new Map<Site, Variables | undefined>();
  const names = { ...known, outputs };
  const enter = (site: Site): NodeInterface | undefined => {
    const inner = site.inner.map(enter);
    const found = interfaceOf(site, inner);
    interfaces.set(site, found);
    return found;
  };
  const interfaceOf = (
    site: Site,
    [first, ...others]: readonly (NodeInterface | undefined)[],
  ): NodeInterface | undefined => {
    const { target } = site.node;
    switch (target?.$case) {
      case "taskNode":
      case "workflowNode":
        return calledInterface(site);
      case "arrayNode":
        return first;
      case "gateNode":
        return gateInterface(target.value, () => takeTypes(site));
      case "branchNode": {
        const inputs = takeTypes(site);
        const isWhole = hasAllArms(target.value) && inputs.isComplete && first && !others.includes(undefined);
        return isWhole ? branchInterface(site, inputs.variables) : undefined;
      }
      default:
        return undefined;
    }
  };
  const takeTypes = (site: Site): TypedInputs => {
    const holder = { nodeId: site.id, names, upTo: site.position, takesWhole: true };
    const inputs = typeInputs(site.node.inputs, holder);
    typed.set(site, inputs);
    return inputs;
  };
  const branchInterface = (site: Site, inputs: Variables): NodeInterface | undefined => {
    const { outputs, clashes } = commonOutputs(site.inner, interfaces);
    return clashes.length === 0 ? { inputs, outputs } : undefined;
  };
  for (const site of sites) outputs.set(site, outputsOf(site, enter(site)));
  return { interfaces, typed, names };
}

// With a faulty alias the backend sees no outputs at all.
function outputsOf({ node }: Site, found: NodeInterface | undefined): Variables | undefined {
  if (found === undefined) return undefined;
  const { outputs, faults } = effectiveOutputs(found.outputs, node.outputAliases);
  return faults.length === 0 ? outputs : undefined;
}

function calledInterface({ calls, node }: Site): NodeInterface | undefined {
  const entity = calls?.entity;
  return entity?.kind === "launch plan" ? planInterface(entity.plan, node.inputs) : entity?.interface;
}

function planInterface(
  { expectedInputs, expectedOutputs }: LaunchPlanInterface,
  bindings: readonly idl.Binding[],
): NodeInterface | undefined {
  if (expectedInputs === undefined || expectedOutputs === undefined) return undefined;
  const given = new Set(bindings.map((binding) => binding.var));
  return completeInterface(openInputs(expectedInputs, given), variablesOf(expectedOutputs));
}

function gateInterface({ condition }: idl.GateNode, takeTypes: () => TypedInputs): NodeInterface | undefined {
  switch (condition?.$case) {
    case "approve":
      return approvalInterface(takeTypes());
    case "signal": {
      const { type, outputVariableName: name } = condition.value;
      if (type === undefined || name === "") return undefined;
      return { inputs: NO_VARIABLES, outputs: new Map([[name, { type }]]) };
    }
    case "sleep":
      return { inputs: NO_VARIABLES, outputs: NO_VARIABLES };
    default:
      return undefined;
  }
}

// An approval returns its inputs. For a part of an output the backend uses a wrong type. That is reported
// at the binding of the part, so its type is left out here.
function approvalInterface({ variables, parts, isComplete }: TypedInputs): NodeInterface | undefined {
  if (!isComplete) return undefined;
  const outputs = new Map<string, Pick<idl.Variable, "type">>(variables);
  for (const name of parts) outputs.set(name, { type: undefined });
  return { inputs: variables, outputs };
}

function hasAllArms({ ifElse }: idl.BranchNode): boolean {
  return ifElse?.case?.thenNode !== undefined && ifElse.other.every(({ thenNode }) => thenNode !== undefined);
}
