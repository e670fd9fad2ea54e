import type { Entity } from "@flytekit-ts/core/graph";
import type { GateTarget, Plan, PlannedNode } from "./plan.js";

/** What a plan needs besides its inputs. */
export interface Needs {
  /** Entities that cannot run here without a mock. */
  readonly missing: readonly Entity[];
  readonly gates: readonly GateTarget[];
}

const known = new WeakMap<Plan, Needs>();

/** What the nodes of a plan need, including nested nodes. The graphs of dynamics are not known yet. */
export function needsOf(plan: Plan): Needs {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const missing = new Set<Entity>();
  const gates: GateTarget[] = [];
  for (const { target } of nodesIn(plan)) {
    if (target.kind === "missing") missing.add(target.entity);
    if (target.kind === "gate") gates.push(target);
  }
  const needs = { missing: [...missing], gates };
  known.set(plan, needs);
  return needs;
}

/** Every node of a plan and of the plans inside it. Each plan is visited once. */
export function* nodesIn(root: Plan): Generator<PlannedNode> {
  const plans = new Set([root]);
  for (const plan of plans) {
    const nodes: PlannedNode[] =
      plan.failureNode === undefined ? [...plan.nodes] : [...plan.nodes, plan.failureNode];
    for (const node of nodes) {
      yield node;
      const { target } = node;
      if (target.kind === "workflow" || target.kind === "launch-plan") plans.add(target.plan);
      for (const inside of nodesInside(node)) nodes.push(inside);
    }
  }
}

function nodesInside({ target }: PlannedNode): readonly PlannedNode[] {
  if (target.kind === "array") return [target.item];
  if (target.kind !== "branch") return [];
  const arms = target.arms.map(({ node }) => node);
  return target.otherwise === undefined ? arms : [...arms, target.otherwise];
}
