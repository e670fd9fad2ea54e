import type * as idl from "@flytekit-ts/models/core";
import { assertContract } from "@flytekit-ts/core/graph";
import { OnFailurePolicy } from "@flytekit-ts/core/literals";
import { type CompiledWorkflow, isReference } from "@flytekit-ts/workflow/compile";
import { mockOf, type Mocks, NO_MOCKS } from "../mocks/mocks.js";
import { findEntityIn } from "./find-entity.js";
import { planAround } from "./plan-around.js";
import { planNode, type Planning } from "./plan-node.js";
import type { GraphNode, Plan } from "./plan.js";
import { recoversOf } from "./recovers.js";
import { signalTypesIn } from "./signal-types.js";

const sources = new WeakMap<Plan, CompiledWorkflow>();

/** The compiled workflow that a plan was made of. Undefined for a plan around an entity without a graph. */
export function compiledOf(plan: Plan): CompiledWorkflow | undefined {
  return sources.get(plan);
}

const plans = new WeakMap<Mocks, WeakMap<CompiledWorkflow, Plan>>();

/**
 * The plan of a compiled workflow: its message, with the entity and the neighbours of each node looked up.
 *
 * @throws `ENTITY_NOT_RUNNABLE` for a message that refers to an entity that was not compiled with it, `VERSIONS_MIXED`.
 */
export function planOf(compiled: CompiledWorkflow, mocks: Mocks = NO_MOCKS): Plan {
  const known = plans.get(mocks) ?? new WeakMap<CompiledWorkflow, Plan>();
  plans.set(mocks, known);
  const before = known.get(compiled);
  if (before !== undefined) return before;
  assertContract(compiled, { words: () => "the compiled workflow" });
  const planOnce = (part: CompiledWorkflow): Plan => {
    const plan = known.get(part) ?? planPart(part, planning);
    known.set(part, plan);
    sources.set(plan, part);
    return plan;
  };
  const planning = planningOf(compiled, mocks, planOnce);
  // Parts come after the parts that they use. In this order planning does not recurse, however deep they are nested.
  for (const part of compiled.parts.values()) planOnce(part);
  return planOnce(compiled);
}

function planPart({ template }: CompiledWorkflow, planning: Planning): Plan {
  const { nodes, outputs, failureNode, metadata, metadataDefaults } = template;
  const isHasty = metadata?.onFailure !== OnFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE;
  return {
    nodes: planNodes(nodes, planning),
    outputs,
    failureNode: failureNode === undefined ? undefined : planNode(failureNode, planning),
    policy: isHasty ? "fail-immediately" : "fail-after-executable-nodes-complete",
    interruptible: metadataDefaults?.interruptible ?? false,
  };
}

// One for all parts: the entities of each part are among those of the whole, and to find them for each would take a
// time that grows with the square of the number of parts.
function planningOf(
  { entities, parts }: CompiledWorkflow,
  mocks: Mocks,
  planOnce: (part: CompiledWorkflow) => Plan,
): Planning {
  return {
    find: findEntityIn(entities),
    typeOfSignal: signalTypesIn(entities),
    mockOf: (entity) => mockOf(entity, mocks),
    planOf(workflow) {
      const mocked = mockOf(workflow, mocks);
      if (mocked !== undefined)
        return planAround(workflow, { kind: "task", task: mocked, recovers: recoversOf(workflow) });
      const part = isReference(workflow) ? undefined : parts.get(workflow.name);
      return part === undefined ? undefined : planOnce(part);
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
