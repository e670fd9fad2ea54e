import { END, type GraphModel, START, type WorkflowGraph } from "../model/graph-model.js";
import type { GraphNode, GraphVariable } from "../model/graph-node.js";
import { countInside } from "./count-inside.js";
import { labelOf } from "./label-of.js";
import type { Frame, Line, Shape } from "./scene.js";

/** What of a model is drawn. */
export interface SceneOptions {
  /** Whether the graph inside a node is unfolded. The depth of nodes of the outermost graph is 0. */
  readonly isOpen: (path: string, depth: number) => boolean;
  /** Whether lines say the types of their values. */
  readonly hasTypes: boolean;
}

interface Around extends SceneOptions {
  readonly model: GraphModel;
  readonly depth: number;
}

/** What is drawn of a model: frames inside frames, with shapes and lines. */
export function sceneOf(model: GraphModel, options: SceneOptions): Frame {
  const graph = model.graphs[model.root];
  const { parts, lines } = graph
    ? inside(graph, "", { ...options, model, depth: 0 })
    : { parts: [], lines: [] };
  return { is: "frame", id: "", kind: "workflow", title: model.name, isHandler: false, parts, lines };
}

function inside(graph: WorkflowGraph, prefix: string, around: Around): Pick<Frame, "parts" | "lines"> {
  const isInner = prefix !== "";
  const parts: (Shape | Frame)[] = [];
  const lines: Line[] = [];
  const uses = (id: string): boolean => graph.edges.some(({ from, to }) => from === id || to === id);
  if (isInner || graph.inputs.length > 0 || uses(START))
    parts.push(point("start", prefix + START, graph.inputs));
  for (const node of graph.nodes) parts.push(partOf(node, prefix, around, false));
  if (graph.failureNode !== undefined) parts.push(partOf(graph.failureNode, prefix, around, true));
  if (isInner || graph.outputs.length > 0) parts.push(point("end", prefix + END, graph.outputs));
  const known = new Set(parts.map(({ id }) => id));
  for (const { from, to, kind, values } of graph.edges) {
    const [source, target] = [prefix + from, prefix + to];
    if (!known.has(source) || !known.has(target)) continue;
    const id = `${source}→${target}`;
    const label = kind === "order" ? ["then"] : labelOf(values, around.hasTypes);
    lines.push({
      id,
      from: source,
      to: target,
      kind,
      label: kind === "failure" ? ["on failure", ...label] : label,
    });
  }
  return { parts, lines };
}

function point(kind: "start" | "end", id: string, variables: readonly GraphVariable[]): Shape {
  const title = kind === "start" ? "inputs" : "outputs";
  const lines = variables.map(({ name, type }) => `${name}: ${type}`);
  return { ...bare(kind, id, title), lines: lines.length === 0 ? ["none"] : lines };
}

function partOf(node: GraphNode, prefix: string, around: Around, isHandler: boolean): Shape | Frame {
  const id = prefix + node.id;
  const state = around.model.states?.[id];
  if (node.arms !== undefined) return { ...conditional(node, id, around), state, isHandler };
  const graph = node.graph === undefined ? undefined : around.model.graphs[node.graph];
  const { kind } = node;
  const isFrame = kind === "workflow" || kind === "launch-plan" || kind === "map" || kind === "dynamic";
  if (graph !== undefined && isFrame && around.isOpen(id, around.depth)) {
    const within = { ...around, depth: around.depth + 1 };
    const joint = kind === "launch-plan" ? ">" : "/";
    return {
      is: "frame",
      id,
      kind,
      title: node.name,
      node,
      state,
      isHandler,
      ...inside(graph, id + joint, within),
    };
  }
  const name = node.entity !== undefined && node.entity !== node.name ? [node.entity] : [];
  return {
    ...bare(kind, id, node.name),
    lines: [...name, ...node.notes],
    node,
    state,
    isFolded: graph !== undefined,
    inside: graph === undefined ? 0 : countInside(around.model, node.graph),
    isHandler,
  };
}

function conditional(node: GraphNode, id: string, around: Around): Frame {
  const decide = `${id}/?`;
  const join = `${id}/.`;
  const parts: (Shape | Frame)[] = [bare("decide", decide, node.name)];
  const lines: Line[] = [];
  for (const [index, { when, node: arm, fails }] of (node.arms ?? []).entries()) {
    const part =
      arm === undefined
        ? { ...bare("fails", `${id}/!${index}`, "fails"), lines: [fails ?? ""] }
        : partOf(arm, `${id}/`, around, false);
    parts.push(part);
    lines.push({ id: `${decide}→${part.id}`, from: decide, to: part.id, kind: "arm", label: [when] });
    if (arm !== undefined)
      lines.push({ id: `${part.id}→${join}`, from: part.id, to: join, kind: "arm", label: [] });
  }
  parts.push(bare("join", join, ""));
  return { is: "frame", id, kind: "conditional", title: node.name, node, isHandler: false, parts, lines };
}

function bare(kind: Shape["kind"], id: string, title: string): Shape {
  return { is: "shape", id, kind, title, lines: [], isFolded: false, inside: 0, isHandler: false };
}
