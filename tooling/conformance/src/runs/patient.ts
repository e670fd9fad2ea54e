import type { Entity } from "@flytekit-ts/core";
import { createCallable, type Node } from "@flytekit-ts/core/graph";
import {
  type BranchEntity,
  isBranch,
  isLaunchPlan,
  isWorkflow,
  type Trace,
  type WorkflowEntity,
} from "@flytekit-ts/workflow/compile";

/**
 * The same workflow under the policy by which everything runs that can: it tells all nodes that may fail.
 *
 * The plans that it starts get that policy too, for their executions are roots of their own.
 */
export function patient(workflow: WorkflowEntity): WorkflowEntity {
  return patientWorkflow(workflow, new Map());
}

type Known = Map<Entity, Entity>;

// One copy of each entity, however often it is called: a name stands for one thing.
function patientWorkflow(workflow: WorkflowEntity, known: Known): WorkflowEntity {
  const copy = known.get(workflow);
  if (copy !== undefined && isWorkflow(copy)) return copy;
  let traced: Trace | undefined;
  const made = createCallable<{}, undefined, WorkflowEntity>({
    kind: "workflow",
    name: workflow.name,
    interface: workflow.interface,
    definedAt: workflow.definedAt,
    settings: { ...workflow.settings, failurePolicy: "fail-after-executable-nodes-complete" },
    onFailure: workflow.onFailure,
    source: workflow.source,
    trace: () => (traced ??= patientTrace(workflow.trace(), known)),
  });
  known.set(workflow, made);
  return made;
}

function patientTrace(trace: Trace, known: Known): Trace {
  const { failureNode } = trace;
  return {
    ...trace,
    nodes: trace.nodes.map((node) => patientNode(node, known)),
    failureNode:
      failureNode === undefined ? undefined : { ...failureNode, node: patientNode(failureNode.node, known) },
  };
}

function patientNode(node: Node, known: Known): Node {
  return { ...node, entity: patientEntity(node.entity, known) };
}

function patientEntity(entity: Entity, known: Known): Entity {
  if (isWorkflow(entity)) return patientWorkflow(entity, known);
  if (isBranch(entity)) return patientBranch(entity, known);
  if (!isLaunchPlan(entity) || !isWorkflow(entity.workflow)) return entity;
  const copy =
    known.get(entity) ?? createCallable({ ...entity, workflow: patientWorkflow(entity.workflow, known) });
  known.set(entity, copy);
  return copy;
}

function patientBranch(branch: BranchEntity, known: Known): BranchEntity {
  const { arms, last } = branch;
  return {
    ...branch,
    arms: arms.map((arm) => ({ ...arm, node: patientNode(arm.node, known) })),
    last: last.kind === "node" ? { kind: "node", node: patientNode(last.node, known) } : last,
  };
}
