import type * as idl from "@flytekit-ts/models/core";
import { assertContract } from "@flytekit-ts/core/graph";
import { OnFailurePolicy } from "@flytekit-ts/core/literals";
import { type CompiledWorkflow, isReference } from "@flytekit-ts/workflow/compile";
import { mockOf, type Mocks, NO_MOCKS } from "../mocks/mocks.js";
import { findEntityIn } from "./find-entity.js";
import { planAround } from "./plan-around.js";
import { planNode, type Planning } from "./plan-node.js";
import type { GraphNode, Plan } from "./plan.js";

const plans = new WeakMap<Mocks, WeakMap<CompiledWorkflow, Plan>>();

/**
 * The plan of a compiled workflow: its message, with the entity and the neighbours of each node looked up.
 *
 * @throws `ENTITY_NOT_RUNNABLE` for a message that refers to an entity that was not compiled with it, `VERSIONS_MIXED`.
 */
export function planOf(compiled: CompiledWorkflow, mocks: Mocks = NO_MOCKS): Plan {
  const known = plans.get(mocks)?.get(compiled);
  if (known !== undefined) return known;
  assertContract(compiled, { words: () => "the compiled workflow" });
  const { nodes, outputs, failureNode, metadata } = compiled.template;
  const planning = planningOf(compiled, mocks);
  const isHasty = metadata?.onFailure !== OnFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE;
  const plan: Plan = {
    nodes: planNodes(nodes, planning),
    outputs,
    failureNode: failureNode === undefined ? undefined : planNode(failureNode, planning),
    policy: isHasty ? "fail-immediately" : "fail-after-executable-nodes-complete",
  };
  const others = plans.get(mocks) ?? new WeakMap<CompiledWorkflow, Plan>();
  plans.set(mocks, others.set(compiled, plan));
  return plan;
}

function planningOf({ entities, parts }: CompiledWorkflow, mocks: Mocks): Planning {
  return {
    entities,
    find: findEntityIn(entities),
    mockOf: (entity) => mockOf(entity, mocks),
    planOf(workflow) {
      const mocked = mockOf(workflow, mocks);
      if (mocked !== undefined) return planAround(workflow, { kind: "task", task: mocked });
      const part = isReference(workflow) ? undefined : parts.get(workflow.name);
      return part === undefined ? undefined : planOf(part, mocks);
    },
  };
}

function planNodes(nodes: readonly idl.Node[], planning: Planning): readonly GraphNode[] {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const downstream: number[][] = nodes.map(() => []);
  for (const [index, node] of nodes.entries()) {
    for (const id of node.upstreamNodeIds) downstream[indexes.get(id) ?? -1]?.push(index);
  }
  return nodes.map((message, index) => {
    // No spread: objects made with a spread are slow to read, and every node of every run reads these.
    const { id, entity, target } = planNode(message, planning);
    const upstream = message.upstreamNodeIds.length;
    return { id, message, entity, target, upstream, downstream: downstream[index] ?? [] };
  });
}
