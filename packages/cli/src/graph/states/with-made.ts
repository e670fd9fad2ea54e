import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import type { GraphModel } from "../model/graph-model.js";
import { createReader } from "../read/graph-reader.js";
import { identifier, recordedSources } from "./recorded-sources.js";
import { withDynamics } from "./with-dynamics.js";
import type { MadeGraph } from "./with-graph-at.js";
import { withoutAttempts } from "./without-attempts.js";

/** The most graphs that are read: each may be a file of its own. */
const MOST = 500;

/**
 * A graph with those inside that dynamics made in a kept run.
 *
 * @throws what reading the graphs of a damaged journal throws
 */
export async function withMade(model: GraphModel, run: KeptRun): Promise<GraphModel> {
  const made = new Set(run.dynamics);
  const started = [...run.nodes.keys()].filter((key) => made.has(key));
  // A later attempt of what is around a dynamic: what counts is the last.
  const keys = new Map(started.map((key) => [withoutAttempts(key), key]));
  const dynamics = [...keys].map(([path, key]) => ({ path, read: () => madeIn(run, key) }));
  const failed = [...run.nodes.values()].filter(({ state }) => state === "failed");
  return await withDynamics(model, dynamics, {
    most: MOST,
    failed: failed.map(({ node }) => withoutAttempts(node)),
  });
}

async function madeIn(run: KeptRun, key: string): Promise<MadeGraph | undefined> {
  const recorded = await run.graph(key);
  if (recorded === undefined) return undefined;
  const reader = createReader(recordedSources(recorded, recorded.root));
  const root = reader.graphOf(identifier(recorded.root));
  return root === undefined ? undefined : { root, graphs: reader.graphs };
}
