import type { GateTarget, Plan, PlannedNode, Target } from "../plan/plan.js";

/**
 * The gate that a run will have at a path, as far as that is known before it. What is inside a dynamic is not.
 *
 * It goes down the path and lists no nodes: a workflow that calls others, which call others, may have more nodes than
 * fit into memory.
 */
export function gateAt(plan: Plan, path: string): GateTarget | undefined {
  let inside: Inside | undefined = { separator: "", find: findIn(plan) };
  let target: Target | undefined;
  for (const [, separator = "", id = ""] of path.matchAll(/(^|[/>])([^/>]*)/g)) {
    target = inside?.separator === separator ? inside.find(id)?.target : undefined;
    if (target === undefined) return undefined;
    inside = insideOf(target);
  }
  return target?.kind === "gate" ? target : undefined;
}

/** The nodes in a node: what stands before their ids in a path, and the node of an id. */
interface Inside {
  readonly separator: string;
  readonly find: (id: string) => PlannedNode | undefined;
}

function findIn({ nodes, failureNode }: Plan): Inside["find"] {
  return (id) => nodes.find((node) => node.id === id) ?? (failureNode?.id === id ? failureNode : undefined);
}

function insideOf(target: Target): Inside | undefined {
  switch (target.kind) {
    case "workflow":
      return { separator: "/", find: findIn(target.plan) };
    case "launch-plan":
      return { separator: ">", find: findIn(target.plan) };
    case "array":
      return { separator: "/", find: (id) => (/^n\d+$/.test(id) ? target.item : undefined) };
    case "branch": {
      const { arms, otherwise } = target;
      return {
        separator: "/",
        find: (id) =>
          arms.find(({ node }) => node.id === id)?.node ?? (otherwise?.id === id ? otherwise : undefined),
      };
    }
    default:
      return undefined;
  }
}
