import type { GraphModel } from "../model/graph-model.js";
import { nodeAt } from "./node-at.js";
import { type MadeGraph, withGraphAt } from "./with-graph-at.js";

/** A dynamic that made a graph when it ran. */
export interface Dynamic {
  /** The path of its node, without attempts. */
  readonly path: string;
  /** Read what it made; undefined where that is not to be had any more. */
  readonly read: () => Promise<MadeGraph | undefined>;
}

/** Which of the dynamics are drawn with what they made, if it is not all of them. */
export interface Drawing {
  /** The most graphs that are read. */
  readonly most: number;
  /** The paths of the nodes that have failed: what is around them comes first. */
  readonly failed: readonly string[];
}

/**
 * A graph with those inside that its dynamics made, each at the node that made it.
 *
 * @param dynamics What is inside of a dynamic comes after it.
 * @throws what reading throws
 */
export async function withDynamics(
  model: GraphModel,
  dynamics: readonly Dynamic[],
  { most, failed }: Drawing,
): Promise<GraphModel> {
  const around = new Set(failed.flatMap(pathsTo));
  const sorted = [true, false].flatMap((first) => dynamics.filter(({ path }) => around.has(path) === first));
  const left = new Set<string>();
  let whole = model;
  let drawn = 0;
  for (const { path, read } of sorted) {
    if (pathsTo(path).some((each) => left.has(each))) {
      left.add(path);
      continue;
    }
    // On a cluster, a dynamic is a task like others. Sources that have changed may have another node there by now.
    const kind = nodeAt(whole, path)?.kind;
    if (kind !== "dynamic" && kind !== "task") continue;
    if (drawn === most) {
      left.add(path);
      continue;
    }
    const made = await read();
    if (made === undefined) continue;
    drawn += 1;
    whole = withGraphAt(whole, path, made);
  }
  return left.size === 0 ? whole : { ...whole, made: { drawn, all: drawn + left.size } };
}

/** `a`, `a/b` and `a/b>c` of `a/b>c`. */
function pathsTo(path: string): readonly string[] {
  return [...path.matchAll(/[/>]|$/g)].map(({ index }) => path.slice(0, index));
}
