import type { Identifier, Node, TypedInterface, Variable, WorkflowNode } from "@flytekit-ts/models/core";
import { identifierText } from "../../texts/identifier-text.js";
import { typeText } from "../../texts/type-text.js";
import { checkBindings, variableOf } from "./bindings.js";
import type { Builder, NodeInterface, NodeState, Variables } from "./builder.js";
import type { CompileErrors } from "./compile-errors.js";
import { valueRequired } from "./outputs.js";
import { innerNodes, workflowMissing } from "./requirements.js";

const NOTHING: Variables = new Map();

/** Checks that each variable has a name and a type. */
export function checkVariables(nodeId: string, variables: Variables, errors: CompileErrors): void {
  for (const [name, { type }] of variables) {
    if (name === "") valueRequired(errors, nodeId, "paramName");
    if (type === undefined) valueRequired(errors, nodeId, "param.Type");
  }
}

/** An interface without gaps. */
export function whole(types: TypedInterface | undefined): NodeInterface {
  return {
    inputs: types?.inputs?.variables ?? new Map<string, Variable>(),
    outputs: types?.outputs?.variables ?? new Map<string, Variable>(),
  };
}

/** What goes into a node and comes out of it, by what it calls; `undefined` if that does not tell. */
export function interfaceOf(
  builder: Builder,
  state: NodeState,
  errors: CompileErrors,
): NodeInterface | undefined {
  if (state.types !== undefined) return state.types;
  const scope = errors.scope();
  const types = targetInterface(builder, state, scope);
  if (types !== undefined) {
    checkVariables(state.node.id, types.inputs, scope);
    checkVariables(state.node.id, types.outputs, scope);
  }
  if (!scope.isEmpty) return undefined;
  state.types = types;
  return types;
}

function targetInterface(
  builder: Builder,
  state: NodeState,
  errors: CompileErrors,
): NodeInterface | undefined {
  const { id, target } = state.node;
  switch (target?.$case) {
    case "taskNode": {
      const reference = target.value.reference?.value;
      if (reference === undefined) return valueRequired(errors, id, "TaskNode.ReferenceId");
      const task = builder.task(reference);
      if (task !== undefined) return whole(task.interface);
      const text = `Referenced Task [${identifierText(reference)}] not found.`;
      return errors.collect("TaskReferenceNotFound", id, text);
    }
    case "workflowNode":
      return workflowInterface(builder, state.node, target.value, errors);
    case "branchNode":
      return branchInterface(builder, state, errors);
    case "gateNode":
      return gateInterface(builder, state, errors);
    case "arrayNode": {
      const inner = target.value.node;
      if (inner === undefined) return valueRequired(errors, "", "Target");
      return interfaceOf(builder, builder.stateOf(inner), errors);
    }
    default:
      return valueRequired(errors, id, "Target");
  }
}

function workflowInterface(
  builder: Builder,
  node: Node,
  { reference }: WorkflowNode,
  errors: CompileErrors,
): NodeInterface | undefined {
  if (reference?.value === undefined) return workflowMissing(errors, node.id, "<nil>/<nil>");
  const text = identifierText(reference.value);
  if (reference.$case === "launchplanRef") return planInterface(builder, node, reference.value, errors);
  const workflow = builder.registered.subWorkflows.get(text);
  if (workflow === undefined) return workflowMissing(errors, node.id, text);
  if (workflow.template.interface !== undefined) return whole(workflow.template.interface);
  return valueRequired(errors, node.id, "WorkflowNode.Template.Interface");
}

/** Of a plan, a node has to bind what the plan requires, and may bind what the plan has a default for. */
function planInterface(
  builder: Builder,
  node: Node,
  reference: Identifier,
  errors: CompileErrors,
): NodeInterface | undefined {
  const plan = builder.registered.launchPlans.get(identifierText(reference));
  if (plan === undefined) return workflowMissing(errors, node.id, identifierText(reference));
  if (plan.expectedInputs === undefined) valueRequired(errors, node.id, "WorkflowNode.ExpectedInputs");
  if (plan.expectedOutputs === undefined) valueRequired(errors, node.id, "WorkflowNode.ExpectedOutputs");
  const bound = new Set(node.inputs.map(({ var: name }) => name));
  const inputs = [...(plan.expectedInputs?.parameters ?? [])].flatMap(
    ([name, { var: variable, behavior }]) => {
      const isRequired = behavior?.$case === "required" && behavior.value;
      return isRequired || bound.has(name) ? [[name, variable ?? variableOf(undefined)] as const] : [];
    },
  );
  return { inputs: new Map(inputs), outputs: plan.expectedOutputs?.variables ?? NOTHING };
}

function gateInterface(builder: Builder, state: NodeState, errors: CompileErrors): NodeInterface | undefined {
  const { node } = state;
  const condition = node.target?.$case === "gateNode" ? node.target.value.condition : undefined;
  switch (condition?.$case) {
    case "approve": {
      const binder = { builder, inputs: undefined, edges: "upstream" } as const;
      const inputs = checkBindings(state, node.inputs, binder, errors);
      return { inputs, outputs: inputs };
    }
    case "signal": {
      const { type, outputVariableName } = condition.value;
      if (type === undefined) return valueRequired(errors, node.id, "GateNode.Signal.Type");
      if (outputVariableName === "")
        return valueRequired(errors, node.id, "GateNode.Signal.OutputVariableName");
      return { inputs: NOTHING, outputs: new Map([[outputVariableName, variableOf(type)]]) };
    }
    case "sleep":
      return { inputs: NOTHING, outputs: NOTHING };
    default: {
      const text = `Can't find any condition in gate node [${node.id}].`;
      return errors.collect("NoConditionFound", node.id, text);
    }
  }
}

/** The outputs that all arms share, and inputs as they are bound. The ids of arms get that of the conditional in front. */
function branchInterface(
  builder: Builder,
  state: NodeState,
  errors: CompileErrors,
): NodeInterface | undefined {
  const { node } = state;
  const block = node.target?.$case === "branchNode" ? node.target.value.ifElse : undefined;
  if (block === undefined) return valueRequired(errors, node.id, "Branch.IfElse");
  if (block.case === undefined) return valueRequired(errors, node.id, "Branch.IfElse.Case");
  if (block.case.thenNode === undefined) return valueRequired(errors, node.id, "Branch.IfElse.Case.ThenNode");
  for (const { thenNode } of block.other)
    if (thenNode === undefined) valueRequired(errors, node.id, "IfElse.Case.ThenNode");
  let shared: Map<string, Variable> | undefined;
  for (const arm of innerNodes(node)) {
    arm.id = `${node.id}-${arm.id}`;
    const types = interfaceOf(builder, builder.stateOf(arm), errors);
    if (types === undefined) continue;
    if (shared === undefined) shared = new Map(types.outputs);
    else keepShared(shared, types.outputs, arm.id, errors);
  }
  const binder = { builder, inputs: undefined, edges: "upstream" } as const;
  const inputs = checkBindings(state, node.inputs, binder, errors);
  return errors.isEmpty && shared !== undefined ? { inputs, outputs: shared } : undefined;
}

function keepShared(
  shared: Map<string, Variable>,
  outputs: Variables,
  armId: string,
  errors: CompileErrors,
): void {
  for (const [name, { type }] of shared) {
    const other = outputs.get(name);
    if (other === undefined) shared.delete(name);
    else if (typeText(type) !== typeText(other.type)) {
      const types = `(type [${typeText(type)}]) doesn't match expected type [${typeText(other.type)}]`;
      errors.collect("MismatchingTypes", armId, `Variable [${name}] ${types}.`);
    }
  }
}
