import type { Binding, BindingData, Node, WorkflowTemplate } from "@flytekit-ts/models/core";

/**
 * A workflow as its author gave it, from what Flyte's compiler made of it, and in one order: without start and end nodes,
 * with inputs that come from nowhere, and with arms that have their own ids. What was never compiled stays the same.
 */
export function plainTemplate(template: WorkflowTemplate): WorkflowTemplate {
  return {
    ...template,
    nodes: template.nodes
      .filter(({ id }) => id !== "start-node" && id !== "end-node")
      .map((node) => plain(node, "")),
    failureNode: template.failureNode && plain(template.failureNode, ""),
  };
}

function plain(node: Node, prefix: string): Node {
  const { target } = node;
  const ifElse = target?.$case === "branchNode" ? target.value.ifElse : undefined;
  const id = node.id.startsWith(prefix) ? node.id.slice(prefix.length) : node.id;
  const own = {
    ...node,
    id,
    inputs: node.inputs.map(plainBinding).toSorted((a, b) => (a.var < b.var ? -1 : 1)),
    upstreamNodeIds: node.upstreamNodeIds.toSorted(),
  };
  if (ifElse === undefined) return own;
  const arm = (each: Node | undefined): Node | undefined => each && plain(each, `${node.id}-`);
  const plainIfElse = {
    ...ifElse,
    case: ifElse.case && { ...ifElse.case, thenNode: arm(ifElse.case.thenNode) },
    other: ifElse.other.map((each) => ({ ...each, thenNode: arm(each.thenNode) })),
    default:
      ifElse.default?.$case === "elseNode"
        ? { ...ifElse.default, value: plain(ifElse.default.value, `${node.id}-`) }
        : ifElse.default,
  };
  return { ...own, target: { $case: "branchNode", value: { ifElse: plainIfElse } } };
}

function plainBinding(binding: Binding): Binding {
  return { ...binding, binding: binding.binding && fromNowhere(binding.binding) };
}

function fromNowhere(binding: BindingData): BindingData {
  const { value } = binding;
  switch (value?.$case) {
    case "promise":
      if (value.value.nodeId !== "start-node") return binding;
      return { ...binding, value: { ...value, value: { ...value.value, nodeId: "" } } };
    case "collection":
      return { ...binding, value: { ...value, value: { bindings: value.value.bindings.map(fromNowhere) } } };
    case "map": {
      const bindings = new Map([...value.value.bindings].map(([key, each]) => [key, fromNowhere(each)]));
      return { ...binding, value: { ...value, value: { bindings } } };
    }
    default:
      return binding;
  }
}
