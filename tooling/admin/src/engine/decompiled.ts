import type {
  BranchNode,
  CompiledWorkflowClosure,
  IfElseBlock,
  Node,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";

const ENDS: readonly string[] = ["start-node", "end-node"];

/** A compiled workflow as its author sent it: without nodes at its ends, and with the own ids of arms. */
export function decompiled({ primary, subWorkflows }: CompiledWorkflowClosure): {
  readonly workflow: WorkflowTemplate | undefined;
  readonly subWorkflows: readonly WorkflowTemplate[];
} {
  const inner = subWorkflows.flatMap(({ template }) =>
    template === undefined ? [] : [templateOf(template)],
  );
  return { workflow: primary?.template && templateOf(primary.template), subWorkflows: inner };
}

function templateOf(template: WorkflowTemplate): WorkflowTemplate {
  const nodes = template.nodes.filter(({ id }) => !ENDS.includes(id)).map(nodeOf);
  return { ...template, nodes, failureNode: template.failureNode && nodeOf(template.failureNode) };
}

function nodeOf(node: Node): Node {
  const { target } = node;
  if (target?.$case !== "branchNode") return node;
  return { ...node, target: { $case: "branchNode", value: branchOf(node.id, target.value) } };
}

function branchOf(id: string, { ifElse }: BranchNode): BranchNode {
  if (ifElse === undefined) return { ifElse };
  // What is inside of an arm carries the arm's long id.
  const arm = (node: Node): Node => ({ ...nodeOf(node), id: ownId(node.id, id) });
  const block = (each: NonNullable<IfElseBlock["case"]>) => ({
    ...each,
    thenNode: each.thenNode && arm(each.thenNode),
  });
  const last = ifElse.default;
  return {
    ifElse: {
      case: ifElse.case && block(ifElse.case),
      other: ifElse.other.map(block),
      default: last?.$case === "elseNode" ? { $case: "elseNode", value: arm(last.value) } : last,
    },
  };
}

function ownId(id: string, branch: string): string {
  return id.startsWith(`${branch}-`) ? id.slice(branch.length + 1) : id;
}
