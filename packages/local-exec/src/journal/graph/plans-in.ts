import type { Plan, PlannedNode } from "../../plan/plan.js";

/** A plan and all plans inside it, each once and after those that are inside it. It does not recurse, however deep they are. */
export function plansIn(root: Plan): readonly Plan[] {
  const done = new Set<Plan>();
  const entered = new Set<Plan>();
  const stack = [root];
  for (let plan = stack.at(-1); plan !== undefined; plan = stack.at(-1)) {
    if (entered.has(plan)) {
      stack.pop();
      done.add(plan);
      continue;
    }
    entered.add(plan);
    for (const node of nodesOf(plan)) {
      const inner = planInside(node);
      if (inner !== undefined && !entered.has(inner)) stack.push(inner);
    }
  }
  return [...done];
}

/** Every node of a plan, also arms and items, which are in other nodes. */
export function nodesOf({ nodes, failureNode }: Plan): readonly PlannedNode[] {
  const all: PlannedNode[] = failureNode === undefined ? [...nodes] : [...nodes, failureNode];
  for (const { target } of all) {
    if (target.kind === "array") all.push(target.item);
    if (target.kind !== "branch") continue;
    for (const { node } of target.arms) all.push(node);
    if (target.otherwise !== undefined) all.push(target.otherwise);
  }
  return all;
}

/** The graph that a node runs. */
export function planInside({ target }: PlannedNode): Plan | undefined {
  return target.kind === "workflow" || target.kind === "launch-plan" ? target.plan : undefined;
}
