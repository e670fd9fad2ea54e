import { type Node, Node as NodeCodec } from "@flytekit-ts/models/core";
import { compare } from "../../query/values.js";
import { identifierText } from "../../texts/identifier-text.js";
import { checkBindings, type Edges } from "./bindings.js";
import { Builder, END, type NodeState, type Registered, START, type WorkflowState } from "./builder.js";
import type { CompileErrors } from "./compile-errors.js";
import { checkCondition } from "./conditions.js";
import { checkVariables, interfaceOf, whole } from "./interfaces.js";
import { effectiveOutputs, valueRequired } from "./outputs.js";
import { checkReachable } from "./reachable.js";
import { workflowMissing } from "./requirements.js";

/**
 * One pass of the compiler over a workflow, which it changes into a compiled one: with nodes for its start and its end, ids of arms with that
 * of their conditional in front, and lists of what waits for what. A sub-workflow that is called on two paths is passed twice.
 */
export function compilePass(workflow: WorkflowState, registered: Registered, errors: CompileErrors): boolean {
  const { template } = workflow;
  if (template.nodes.length === 0) {
    const id = template.id === undefined ? "<nil>" : identifierText(template.id);
    errors.collect("NoNodesFound", id, `Can't find any nodes in workflow [${id}].`);
    return false;
  }
  const types = whole(template.interface);
  template.interface = {
    inputs: { variables: new Map(types.inputs) },
    outputs: { variables: new Map(types.outputs) },
  };
  checkVariables(START, types.inputs, errors);
  checkVariables(START, types.outputs, errors);
  if (!errors.isEmpty) return false;
  const builder = new Builder(workflow, registered);
  const nodes = template.nodes.splice(0);
  const end = sentinel(END);
  end.inputs = template.outputs;
  const endState = { node: end, types: { inputs: types.outputs, outputs: new Map() } };
  builder.add({ node: sentinel(START), types: { inputs: new Map(), outputs: types.inputs } });
  builder.add(endState);
  for (const node of nodes) {
    const state = builder.stateOf(node);
    builder.add(state);
    checkNode(builder, state, errors.scope());
  }
  for (const [id, state] of builder.nodes) if (id !== START) link(builder, state, "both", errors);
  if (template.failureNode !== undefined) {
    const failure = builder.stateOf(template.failureNode);
    checkNode(builder, failure, errors.scope());
    link(builder, failure, "upstream", errors);
  }
  connectLoose(builder, nodes);
  checkVariables(END, types.outputs, errors);
  checkReachable(builder, errors);
  builder.finish();
  return errors.isEmpty;
}

function sentinel(id: string): Node {
  return { ...NodeCodec.decode(new Uint8Array()), id };
}

function checkNode(builder: Builder, state: NodeState, errors: CompileErrors): void {
  const { node } = state;
  if (node.id === "") valueRequired(errors, "<node>", "Id");
  if (node.id === START || node.id === END) return;
  if (interfaceOf(builder, state, errors.scope()) !== undefined) effectiveOutputs(state, errors);
  node.upstreamNodeIds.sort(compare);
  if (node.target?.$case === "branchNode") checkBranch(builder, state, errors.scope());
  else checkSubWorkflow(builder, node, errors);
}

function checkSubWorkflow({ registered, compiled }: Builder, node: Node, errors: CompileErrors): void {
  const reference = node.target?.$case === "workflowNode" ? node.target.value.reference : undefined;
  if (reference?.$case !== "subWorkflowRef") return;
  const id = identifierText(reference.value);
  if (compiled.has(id)) return;
  const workflow = registered.subWorkflows.get(id);
  if (workflow === undefined) workflowMissing(errors, node.id, id);
  else if (compilePass(workflow, registered, errors.scope())) compiled.add(id);
}

function checkBranch(builder: Builder, state: NodeState, errors: CompileErrors): void {
  const { node } = state;
  const block = node.target?.$case === "branchNode" ? node.target.value.ifElse : undefined;
  if (block === undefined) return;
  const cases = [...(block.case === undefined ? [] : [block.case]), ...block.other];
  if (block.case === undefined) checkCondition(state, undefined, errors);
  const arms: Node[] = [];
  for (const { condition, thenNode } of cases) {
    checkCondition(state, condition, errors);
    if (thenNode === undefined) errors.collect("BranchNodeIdNotFound", node.id, "BranchNode not assigned");
    else arms.push(thenNode);
  }
  if (block.default?.$case === "elseNode") arms.push(block.default.value);
  else if (block.default === undefined)
    errors.collect(
      "BranchNodeHasNoDefault",
      node.id,
      "Branch Node must have either the else case set or a default error.",
    );
  const states = arms.map((arm) => builder.stateOf(arm));
  const sound = states.filter((arm) => {
    const scope = errors.scope();
    checkNode(builder, arm, scope);
    return scope.isEmpty;
  });
  if (errors.isEmpty) for (const arm of sound) link(builder, arm, "upstream", errors);
}

/** Records what a node waits for: what it says itself, and where its inputs come from. */
function link(builder: Builder, state: NodeState, edges: Edges, errors: CompileErrors): void {
  const { node, types } = state;
  if (types === undefined) return;
  if (edges === "both") for (const up of node.upstreamNodeIds) builder.connect(up, node.id);
  checkBindings(state, node.inputs, { builder, inputs: types.inputs, edges }, errors.scope());
}

/** What waits for nothing starts with the workflow, and what nothing waits for ends before it. */
function connectLoose(builder: Builder, nodes: readonly Node[]): void {
  for (const { id } of nodes) {
    if (id === START || id === END) continue;
    if (!builder.isWaiting(id)) builder.connect(START, id);
    if (!builder.isAwaited(id)) builder.connect(id, END);
  }
}
