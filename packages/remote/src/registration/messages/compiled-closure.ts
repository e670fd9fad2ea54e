import type {
  Binding,
  BindingData,
  CompiledWorkflow,
  CompiledWorkflowClosure,
  Node,
  TaskTemplate,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { entityKey } from "./entity-key.js";
import { innerNodes } from "./nodes-of.js";
import { templatesOf, usedByTemplates } from "./used-ids.js";

const START = "start-node";
const END = "end-node";

type WorkflowMessage = Extract<SerializedEntity, { readonly kind: "workflow" }>["message"];

/**
 * What Flyte's compiler makes of a workflow and flyteadmin stores, near enough to weigh it: the templates with start and
 * end nodes, the connections between nodes, and the templates of the tasks that are known here.
 */
export function compiledClosure(
  message: WorkflowMessage,
  tasks: ReadonlyMap<string, TaskTemplate>,
): CompiledWorkflowClosure {
  const templates = templatesOf(message);
  const used = new Set(usedByTemplates(templates).map(entityKey));
  const [primary, ...subWorkflows] = templates.map(compiledWorkflow);
  return {
    primary,
    subWorkflows,
    tasks: [...used].flatMap((key) => {
      const template = tasks.get(key);
      return template === undefined ? [] : [{ template }];
    }),
    launchPlans: [],
  };
}

function compiledWorkflow(template: WorkflowTemplate): CompiledWorkflow {
  const nodes = template.nodes.map((node) => fromStart(node, ""));
  const compiled = {
    ...template,
    nodes: [plainNode(START, []), plainNode(END, template.outputs), ...nodes],
    failureNode: template.failureNode && fromStart(template.failureNode, ""),
  };
  return { template: compiled, connections: connectionsOf(compiled) };
}

function plainNode(id: string, inputs: readonly Binding[]): Node {
  return {
    id,
    metadata: undefined,
    inputs: [...inputs],
    upstreamNodeIds: [],
    outputAliases: [],
    target: undefined,
  };
}

/** A node as the compiler leaves it: inputs of the workflow come from the start node, and arms are named after their branch. */
function fromStart(node: Node, prefix: string): Node {
  const id = `${prefix}${node.id}`;
  const inputs = node.inputs.map((input) => ({
    ...input,
    binding: input.binding && boundToStart(input.binding),
  }));
  const { target } = node;
  const ifElse = target?.$case === "branchNode" ? target.value.ifElse : undefined;
  if (ifElse === undefined) return { ...node, id, inputs };
  const arm = (each: Node | undefined): Node | undefined => each && fromStart(each, `${id}-`);
  const compiled = {
    ...ifElse,
    case: ifElse.case && { ...ifElse.case, thenNode: arm(ifElse.case.thenNode) },
    other: ifElse.other.map((each) => ({ ...each, thenNode: arm(each.thenNode) })),
    default:
      ifElse.default?.$case === "elseNode"
        ? { ...ifElse.default, value: fromStart(ifElse.default.value, `${id}-`) }
        : ifElse.default,
  };
  return { ...node, id, inputs, target: { $case: "branchNode", value: { ifElse: compiled } } };
}

function boundToStart(binding: BindingData): BindingData {
  const { value } = binding;
  switch (value?.$case) {
    case "promise":
      if (value.value.nodeId !== "") return binding;
      return { ...binding, value: { ...value, value: { ...value.value, nodeId: START } } };
    case "collection":
      return { ...binding, value: { ...value, value: { bindings: value.value.bindings.map(boundToStart) } } };
    case "map": {
      const bindings = new Map([...value.value.bindings].map(([key, each]) => [key, boundToStart(each)]));
      return { ...binding, value: { ...value, value: { bindings } } };
    }
    default:
      return binding;
  }
}

function connectionsOf(template: WorkflowTemplate): CompiledWorkflow["connections"] {
  const upstream = new Map<string, Set<string>>();
  const downstream = new Map<string, Set<string>>();
  for (const { node, isAside } of connectedNodes(template)) {
    if (node.id === START) continue;
    const before = new Set([
      ...node.upstreamNodeIds,
      ...node.inputs.flatMap(({ binding }) => sourcesOf(binding)),
    ]);
    if (before.size === 0 && !isAside && node.id !== END) before.add(START);
    if (before.size > 0) upstream.set(node.id, before);
    for (const id of isAside ? [] : before) addTo(downstream, id, node.id);
  }
  for (const { id } of template.nodes) {
    if (id === START || id === END || downstream.has(id)) continue;
    addTo(upstream, END, id);
    addTo(downstream, id, END);
  }
  return { upstream: idLists(upstream), downstream: idLists(downstream) };
}

interface Connected {
  readonly node: Node;
  /** An arm, or the failure node: what comes before it is known, and of nothing is it known to come after. */
  readonly isAside: boolean;
}

// What an array node runs is connected to nothing.
function connectedNodes({ nodes, failureNode }: WorkflowTemplate): readonly Connected[] {
  const own = nodes.flatMap((node) => [{ node, isAside: false }, ...armsIn(node)]);
  return failureNode === undefined
    ? own
    : [...own, { node: failureNode, isAside: true }, ...armsIn(failureNode)];
}

function armsIn(node: Node): readonly Connected[] {
  if (node.target?.$case !== "branchNode") return [];
  return innerNodes(node).flatMap((arm) => [{ node: arm, isAside: true }, ...armsIn(arm)]);
}

function sourcesOf(binding: BindingData | undefined): readonly string[] {
  const value = binding?.value;
  if (value?.$case === "promise") return [value.value.nodeId];
  if (value?.$case === "collection") return value.value.bindings.flatMap(sourcesOf);
  return value?.$case === "map" ? [...value.value.bindings.values()].flatMap(sourcesOf) : [];
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([id]));
  else set.add(id);
}

function idLists(map: ReadonlyMap<string, ReadonlySet<string>>): Map<string, { ids: string[] }> {
  return new Map([...map].map(([key, ids]) => [key, { ids: [...ids] }]));
}
