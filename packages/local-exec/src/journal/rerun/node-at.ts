import type { Plan, PlannedNode } from "../../plan/plan.js";

/** The node of a plan at a path. Undefined if there is none, and for the nodes of graphs that dynamics make. */
export function nodeAt(plan: Plan, path: string): PlannedNode | undefined {
  const levels: Level[] = [{ nodes: allIn(plan), prefix: "" }];
  for (const { nodes, prefix } of levels) {
    const found = nodes.find(({ id }) => path === prefix + id);
    if (found !== undefined) return found;
    const around = nodes.find(({ id }) => isInside(path, prefix + id));
    const level = around === undefined ? undefined : inside(around, prefix + around.id, path);
    if (level !== undefined) levels.push(level);
  }
  return undefined;
}

interface Level {
  readonly nodes: readonly PlannedNode[];
  readonly prefix: string;
}

function allIn({ nodes, failureNode }: Plan): readonly PlannedNode[] {
  return failureNode === undefined ? nodes : [...nodes, failureNode];
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(`${outer}/`) || path.startsWith(`${outer}>`);
}

function inside({ target }: PlannedNode, path: string, wanted: string): Level | undefined {
  switch (target.kind) {
    case "workflow":
      return { nodes: allIn(target.plan), prefix: `${path}/` };
    case "launch-plan":
      return { nodes: allIn(target.plan), prefix: `${path}>` };
    case "branch": {
      const arms = target.arms.map(({ node }) => node);
      return {
        nodes: target.otherwise === undefined ? arms : [...arms, target.otherwise],
        prefix: `${path}/`,
      };
    }
    case "array": {
      const [, id] = /^(n\d+)(?:[/>]|$)/.exec(wanted.slice(path.length + 1)) ?? [];
      return id === undefined ? undefined : { nodes: [{ ...target.item, id }], prefix: `${path}/` };
    }
    default:
      return undefined;
  }
}
