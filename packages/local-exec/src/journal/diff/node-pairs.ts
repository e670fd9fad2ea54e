import type { RecordedGraph, RecordedGraphs, RecordedNode } from "../format/records.js";
import type { KeptNode } from "../read/kept-node.js";
import type { KeptRun } from "../read/kept-run.js";

/** A node of two runs, as their graphs have it and as it ran; each is undefined where a run has none. */
export interface NodePair {
  readonly path: string;
  readonly recorded: readonly [RecordedNode | undefined, RecordedNode | undefined];
  readonly kept: readonly [KeptNode | undefined, KeptNode | undefined];
  /** A node comes twice: before what is inside it, and with `end` behind it. */
  readonly end: boolean;
}

/** The nodes of two runs in the order of their graphs, and what is inside a node between its beginning and its end. */
export async function nodePairs(a: KeptRun, b: KeptRun): Promise<readonly NodePair[]> {
  const found = new Map<string, [RecordedNode | undefined, RecordedNode | undefined]>();
  for (const [side, run] of [a, b].entries()) {
    for (const [path, node] of await recordedIn(run)) {
      const pair = found.get(path) ?? [undefined, undefined];
      pair[side] = node;
      found.set(path, pair);
    }
    for (const path of run.nodes.keys()) if (!found.has(path)) found.set(path, [undefined, undefined]);
  }
  const pairs: NodePair[] = [];
  const paths = ordered([...found.keys()]);
  const open: string[] = [];
  const at = (path: string, end: boolean): NodePair => ({
    path,
    recorded: found.get(path) ?? [undefined, undefined],
    kept: [a.nodes.get(path), b.nodes.get(path)],
    end,
  });
  for (const path of paths) {
    while (open.length > 0 && !isInside(path, open.at(-1) ?? "")) pairs.push(at(open.pop() ?? "", true));
    pairs.push(at(path, false));
    open.push(path);
  }
  while (open.length > 0) pairs.push(at(open.pop() ?? "", true));
  return pairs;
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(outer) && /^(?:@\d+)?[/>]/.test(path.slice(outer.length));
}

// Those inside a node behind it, in the order in which they were found.
function ordered(paths: readonly string[]): readonly string[] {
  const inside = new Map<string, string[]>();
  const known = new Set(paths);
  for (const path of paths) {
    const around = aroundIn(path, known);
    inside.set(around, [...(inside.get(around) ?? []), path]);
  }
  const all: string[] = [];
  const ahead = [...(inside.get("") ?? [])].reverse();
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    all.push(path);
    ahead.push(...[...(inside.get(path) ?? [])].reverse());
  }
  return all;
}

function aroundIn(path: string, known: ReadonlySet<string>): string {
  let outer = path;
  while (outer !== "") {
    outer = outer.slice(0, Math.max(0, outer.search(/[/>][^/>]*$/)));
    const node = outer.replace(/@\d+$/, "");
    if (known.has(node)) return node;
  }
  return "";
}

async function recordedIn(run: KeptRun): Promise<ReadonlyMap<string, RecordedNode>> {
  const nodes = new Map<string, RecordedNode>();
  const graphs = await run.graph();
  if (graphs !== undefined) addGraph(nodes, { graphs, key: graphs.root, prefix: "" });
  for (const path of run.nodes.keys()) {
    const made = await run.graph(path);
    if (made !== undefined) addGraph(nodes, { graphs: made, key: made.root, prefix: `${path}/` });
  }
  return nodes;
}

interface Level {
  readonly graphs: RecordedGraphs;
  readonly key: string;
  readonly prefix: string;
}

function addGraph(nodes: Map<string, RecordedNode>, level: Level): void {
  const levels = [level];
  for (const { graphs, key, prefix } of levels) {
    const graph = graphs.graphs[key];
    for (const node of graph === undefined ? [] : inOrder(graph)) {
      nodes.set(prefix + node.id, node);
      for (const arm of node.arms ?? []) nodes.set(`${prefix}${node.id}/${arm.id}`, arm);
      if (node.graph === undefined) continue;
      const separator = node.kind === "launch-plan" ? ">" : "/";
      levels.push({ graphs, key: node.graph, prefix: prefix + node.id + separator });
    }
  }
}

// Each behind those that it needs.
function inOrder({ nodes, failureNode }: RecordedGraph): readonly RecordedNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const done = new Set<RecordedNode>();
  const ahead = [...nodes].reverse();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (done.has(node)) continue;
    const needed = node.upstream
      .map((id) => byId.get(id))
      .filter((each) => each !== undefined && !done.has(each));
    if (needed.length === 0) done.add(node);
    else ahead.push(node, ...needed.filter((each) => each !== undefined));
  }
  return failureNode === undefined ? [...done] : [...done, failureNode];
}
