import type * as idl from "@flytekit-ts/models/core";
import { type CompiledWorkflow, isLaunchPlan } from "@flytekit-ts/workflow/compile";

/** A node that a workflow may run. */
export interface PathNode {
  readonly message: idl.Node;
  /** Paths of the nodes that it waits for. */
  readonly upstream: readonly string[];
  /** Whether it is the first node of an execution: of the workflow's own, or of one that a plan starts. */
  readonly isFirst: boolean;
}

/**
 * Every node that a workflow may run, by its path in a run.
 *
 * What a dynamic makes is not known before it runs, so its nodes are not among them.
 */
export function nodePaths(compiled: CompiledWorkflow): ReadonlyMap<string, PathNode> {
  const found = new Map<string, PathNode>();
  const { parts, entities } = compiled;
  const plans = new Map(
    entities.filter(isLaunchPlan).map((plan) => [plan.name, parts.get(plan.workflow.name)?.template]),
  );
  walkTemplate(compiled.template, "");
  return found;

  function walkTemplate(template: idl.WorkflowTemplate | undefined, around: string): void {
    const isExecution = around === "" || around.endsWith(">");
    for (const [index, node] of (template?.nodes ?? []).entries()) {
      const isFirst = isExecution && index === 0;
      walkNode(node, { around, path: around + node.id, id: node.id, isFirst });
    }
    const failure = template?.failureNode;
    if (failure !== undefined) {
      walkNode(failure, { around, path: around + failure.id, id: failure.id, isFirst: false });
    }
  }

  function walkNode(message: idl.Node, { around, path, id, isFirst }: Place): void {
    const { target } = message;
    const upstream = message.upstreamNodeIds.map((each) => around + each);
    found.set(path, { message, upstream, isFirst });
    if (target?.$case === "branchNode") {
      for (const arm of armsOf(target.value)) {
        // An arm waits for nodes around its branch, however deep it is.
        const armId = `${id}-${arm.id}`;
        walkNode(arm, { around, path: `${path}/${armId}`, id: armId, isFirst: false });
      }
    }
    const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
    if (reference === undefined) return;
    const isPlan = reference.$case === "launchplanRef";
    const { name } = reference.value;
    walkTemplate(isPlan ? plans.get(name) : parts.get(name)?.template, isPlan ? `${path}>` : `${path}/`);
  }
}

/** Where a node is: the path of the graph around it, its own, and its own id there. */
interface Place {
  readonly around: string;
  readonly path: string;
  readonly id: string;
  readonly isFirst: boolean;
}

function armsOf({ ifElse }: idl.BranchNode): readonly idl.Node[] {
  const last = ifElse?.default?.$case === "elseNode" ? ifElse.default.value : undefined;
  const blocks = [ifElse?.case, ...(ifElse?.other ?? [])];
  return [...blocks.map((block) => block?.thenNode), last].filter((node) => node !== undefined);
}
