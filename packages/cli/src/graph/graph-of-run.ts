import { kindWords } from "@flytekit-ts/core/graph";
import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import type { GraphModel } from "./model/graph-model.js";
import { createReader } from "./read/graph-reader.js";
import { identifier, recordedSources } from "./states/recorded-sources.js";
import { withMade } from "./states/with-made.js";
import { withRun } from "./states/with-run.js";

/**
 * The graph of a kept run, with how far each node has come, and with what dynamics made.
 *
 * @param model The graph of the entity, which says more of nodes; without it the graph is that of the journal.
 * @returns undefined if neither is there: the process that wrote the journal ended before the graph was in it.
 * @throws what reading a damaged journal throws
 */
export async function graphOfRun(run: KeptRun, model?: GraphModel): Promise<GraphModel | undefined> {
  const known = model === undefined ? await recordedGraph(run) : insideOf(model, run);
  return known && (await withRun(await withMade(known, run), run));
}

async function recordedGraph(run: KeptRun): Promise<GraphModel | undefined> {
  const recorded = await run.graph();
  if (recorded === undefined) return undefined;
  const { kind, name } = run.header.entity;
  const reader = createReader(recordedSources(recorded, name));
  const root = reader.graphOf(identifier(name));
  return root === undefined
    ? undefined
    : { kind: "graph", name, entity: kindWords(kind), root, graphs: reader.graphs };
}

// A launch plan that is run is the workflow that it starts: paths begin inside it.
function insideOf(model: GraphModel, { header }: KeptRun): GraphModel {
  const inner = model.graphs[model.root]?.nodes[0]?.graph;
  return header.entity.kind === "launch-plan" && inner !== undefined ? { ...model, root: inner } : model;
}
