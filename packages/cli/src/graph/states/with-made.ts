import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import type { GraphModel } from "../model/graph-model.js";
import { createReader } from "../read/graph-reader.js";
import { nodeAt } from "./node-at.js";
import { identifier, recordedSources } from "./recorded-sources.js";
import { withGraphAt } from "./with-graph-at.js";

/** The most graphs that are read: each may be a file of its own. */
const MOST = 500;

/**
 * A graph with those inside that dynamics made in a kept run.
 *
 * @throws what reading the graphs of a damaged journal throws
 */
export async function withMade(model: GraphModel, run: KeptRun): Promise<GraphModel> {
  let whole = model;
  let read = 0;
  for (const [path, key] of lastKeys(run)) {
    if (read === MOST) break;
    const node = nodeAt(whole, path);
    if (node?.kind !== "dynamic") continue;
    const recorded = await run.graph(key);
    if (recorded === undefined) continue;
    read += 1;
    const reader = createReader(recordedSources(recorded, recorded.root));
    const root = reader.graphOf(identifier(recorded.root));
    if (root !== undefined) whole = withGraphAt(whole, path, { root, graphs: reader.graphs });
  }
  return whole;
}

// A later attempt of what is around a node: what counts is the last. Nodes come after those that they are in.
function lastKeys({ nodes }: KeptRun): ReadonlyMap<string, string> {
  return new Map([...nodes.keys()].map((key) => [key.replaceAll(/@\d+(?=[/>])/g, ""), key]));
}
