import type { ExecutionId } from "@flytekit-ts/core";
import type { ExecutionFault } from "../state/execution-fault.js";
import { toFault } from "../state/execution-fault.js";
import type { Look } from "./look-at.js";
import type { NodeState } from "../state/node-state.js";
import { type ExecutionPhase, executionPhase, type NodePhase, type TaskPhase } from "../state/phases.js";
import { forEach, walkNodes } from "./walk-nodes.js";

/** How many there are in each phase. Phases that none is in are missing. */
export type Counts<P extends string> = Readonly<Partial<Record<P, number>>>;

/** An execution in numbers. */
export interface ExecutionSummary {
  readonly phase: ExecutionPhase;
  readonly error?: ExecutionFault;
  /** How many nodes were reached, at any depth, also in the executions that launch plans started. */
  readonly nodes: number;
  readonly phases: Counts<NodePhase>;
  /** The same for what is inside of each node that has nodes inside, at any depth, by its path. */
  readonly within: ReadonlyMap<string, Counts<NodePhase>>;
  /** The phases of the items of each map, by its path. */
  readonly items: ReadonlyMap<string, Counts<TaskPhase>>;
}

/** Count the nodes of an execution: one call for the execution, and one for each thousand nodes, node with nodes inside, and map. */
export async function summarize(look: Look, id: ExecutionId): Promise<ExecutionSummary> {
  const { closure } = await look.execution(id);
  const within = new Map<string, Tally<NodePhase>>([["", new Map()]]);
  const maps: NodeState[] = [];
  let nodes = 0;
  await walkNodes(look, id, ({ path, kind }, found) => {
    if (kind !== "root") within.set(path, within.get(path) ?? new Map());
    nodes += found.length;
    for (const node of found) {
      if (node.isArray) maps.push(node);
      for (const around of pathsAround(path)) {
        const tally = within.get(around);
        if (tally !== undefined) count(tally, node.phase);
      }
    }
  });
  const items = new Map<string, Counts<TaskPhase>>();
  await forEach(maps, async (map) => {
    const tally: Tally<TaskPhase> = new Map();
    const last = (await look.tasks(map)).at(-1);
    for (const { phase } of last?.items ?? []) count(tally, phase);
    items.set(map.path, toCounts(tally));
  });
  const result = closure?.outputResult;
  const counted = new Map([...within].map(([path, tally]) => [path, toCounts(tally)]));
  const phases = counted.get("") ?? {};
  counted.delete("");
  return {
    phase: executionPhase(closure?.phase ?? 0),
    ...(result?.$case === "error" ? { error: toFault(result.value) } : {}),
    nodes,
    phases,
    within: sorted(counted),
    items: sorted(items),
  };
}

type Tally<P extends string> = Map<P, number>;

function count<P extends string>(tally: Tally<P>, phase: P): void {
  tally.set(phase, (tally.get(phase) ?? 0) + 1);
}

function toCounts<P extends string>(tally: Tally<P>): Counts<P> {
  return Object.fromEntries(tally) as Counts<P>;
}

// Calls come back in any order.
function sorted<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A path and those of the nodes around it, the outermost last: that is "". */
function pathsAround(path: string): readonly string[] {
  const paths = [path];
  for (let rest = path; rest !== "";) {
    rest = rest.slice(0, Math.max(rest.lastIndexOf("/"), rest.lastIndexOf(">"), 0)).replace(/@\d+$/, "");
    paths.push(rest);
  }
  return paths;
}
