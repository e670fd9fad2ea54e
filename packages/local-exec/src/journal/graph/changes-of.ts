import type { RecordedGraph, RecordedNode } from "../format/records.js";
import type { GraphDescription } from "./describe-graph.js";

/** What has changed in a graph since a run began, a line for each node. */
export function changesOf(before: GraphDescription, now: GraphDescription): readonly string[] {
  const changes: string[] = [];
  if (before.root !== now.root) changes.push(`the run is of ${before.root}, and not of ${now.root}`);
  const keys = new Set([...Object.keys(before.graphs), ...Object.keys(now.graphs)]);
  for (const key of keys) {
    const at = key === now.root || key === before.root ? "" : ` of ${key}`;
    changes.push(...changesOfGraph(before.graphs[key], now.graphs[key], at));
  }
  return changes;
}

function changesOfGraph(
  before: RecordedGraph | undefined,
  now: RecordedGraph | undefined,
  at: string,
): readonly string[] {
  // The nodes that run it say so.
  if (before === undefined || now === undefined) return [];
  const changes: string[] = [];
  const older = nodesOf(before);
  const newer = nodesOf(now);
  for (const [id, node] of older) {
    const other = newer.get(id);
    const what = other === undefined ? "is gone" : changeOf(node, other);
    if (what !== undefined) changes.push(`node ${id}${at} (${node.entity}) ${what}`);
  }
  for (const [id, { entity }] of newer) {
    if (!older.has(id)) changes.push(`node ${id}${at} (${entity}) is new`);
  }
  if (before.outputs.join(" ") !== now.outputs.join(" "))
    changes.push(at === "" ? "the outputs come from elsewhere" : `the outputs${at} come from elsewhere`);
  return changes;
}

function changeOf(before: RecordedNode, now: RecordedNode): string | undefined {
  if (before.entity !== now.entity || before.kind !== now.kind) return `is now ${now.entity}`;
  if (before.bindings !== now.bindings) return "takes its inputs from elsewhere";
  const [outer, inner] = before.version.split(".");
  const [outerNow, innerNow] = now.version.split(".");
  const isRunning = now.kind === "task" || now.kind === "dynamic";
  if (outer !== outerNow) return isRunning ? "has another interface" : "is declared differently";
  // What changed inside of others is said where it is.
  return inner === innerNow || !isRunning ? undefined : whatChanged(before, now);
}

function whatChanged(before: RecordedNode, now: RecordedNode): string {
  if (before.mock === now.mock) return "has another function or cache version";
  return now.mock === true ? "is a mock now" : "is not a mock any more";
}

function nodesOf({ nodes, failureNode }: RecordedGraph): ReadonlyMap<string, RecordedNode> {
  const all: RecordedNode[] = failureNode === undefined ? [...nodes] : [...nodes, failureNode];
  const byId = new Map<string, RecordedNode>();
  for (const node of all) {
    const id = node.id;
    byId.set(id, node);
    for (const arm of node.arms ?? []) all.push(arm);
    if (node.item !== undefined) all.push({ ...node.item, id: `${id}/n*` });
  }
  return byId;
}
