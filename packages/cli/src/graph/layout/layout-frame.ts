import { Graph, layout } from "@dagrejs/dagre";
import type { Frame, Shape } from "../scene/scene.js";
import type { Direction } from "../text/picture-options.js";
import { dock } from "./dock.js";
import { KIND, TITLE } from "./fonts.js";
import { labelText } from "./label-text.js";
import type { Box, FrameLayout, Point } from "./placed.js";
import { shapeText } from "./shape-text.js";
import { textWidth } from "./text-width.js";

/** Above what is inside a frame: its title. */
export const HEADER = 34;
/** Around what is inside a frame. */
export const PADDING = 18;
/** The fold button of a frame, and what is around it. */
const BUTTON = 40;

/** From this many parts on, a quicker way to rank them is taken, which makes lines a little longer. */
const MANY = 100;
/** And from this many on, the order within a rank is what the first pass gives: lines cross a little more often. */
const VERY_MANY = 1000;

/** What frames that are laid out already looked like, by what is in them. */
export type LayoutCache = Map<string, FrameLayout>;

/**
 * Lay out what is in a frame: first each frame inside, alone, which is then one box of the frame around it.
 *
 * No line of a workflow crosses the border of another, so this loses nothing. Folding one workflow lays out only it and
 * what is around it.
 */
export function layoutFrame(frame: Frame, direction: Direction, cache: LayoutCache): FrameLayout {
  const key = `${direction} ${signatureOf(frame)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const sizes = new Map(frame.parts.map((part) => [part.id, sizeOf(part, direction, cache)]));
  const made = arrange(frame, direction, sizes);
  cache.set(key, made);
  return made;
}

function sizeOf(part: Shape | Frame, direction: Direction, cache: LayoutCache): Omit<Box, "x" | "y"> {
  if (part.is === "shape") return shapeText(part);
  const inner = layoutFrame(part, direction, cache);
  const header = textWidth(part.title, TITLE) + textWidth("ON FAILURE: LAUNCH PLAN", KIND) + BUTTON + PADDING;
  return {
    width: Math.max(inner.width + 2 * PADDING, Math.min(header, 520)),
    height: inner.height + HEADER + PADDING,
  };
}

const RANKDIR = { down: "TB", up: "BT", right: "LR", left: "RL" } as const;

function arrange(
  frame: Frame,
  direction: Direction,
  sizes: ReadonlyMap<string, Omit<Box, "x" | "y">>,
): FrameLayout {
  const isLarge = frame.parts.length > MANY;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: RANKDIR[direction],
    nodesep: 28,
    edgesep: 16,
    ranksep: direction === "down" || direction === "up" ? 30 : 44,
    ranker: isLarge ? "tight-tree" : "network-simplex",
  });
  for (const part of frame.parts) graph.setNode(part.id, { ...sizes.get(part.id) });
  for (const line of frame.lines) {
    const { width, height } = labelText(line.label);
    const label = line.label.length === 0 ? { width: 0, height: 0 } : { width, height };
    graph.setEdge(line.from, line.to, { ...label, labelpos: "c" }, line.id);
  }
  const disableOptimalOrderHeuristic = frame.parts.length > VERY_MANY;
  if (frame.parts.length > 0) layout(graph, { disableOptimalOrderHeuristic });
  const whole = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: round(finite(whole.width)),
    height: round(finite(whole.height)),
    parts: frame.parts.map(({ id }) => boxOf(graph.node(id))),
    lines: frame.lines.map((line) => {
      const edge = graph.edge(line.from, line.to, line.id) as Box & { readonly points: readonly Point[] };
      const points = docked(edge.points, boxOf(graph.node(line.from)), boxOf(graph.node(line.to)), direction);
      if (line.label.length === 0) return { points };
      const { width, height } = labelText(line.label);
      return {
        points,
        label: { x: round(edge.x - width / 2), y: round(edge.y - height / 2), width, height },
      };
    }),
  };
}

/** A box whose place dagre gives by its middle. */
function boxOf(node: unknown): Box {
  const { x, y, width, height } = node as Box;
  return { x: round(x - width / 2), y: round(y - height / 2), width, height };
}

function docked(points: readonly Point[], from: Box, to: Box, direction: Direction): readonly Point[] {
  const inner = points.slice(1, -1);
  const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const start = dock(from, inner[0] ?? middle(to), direction, "leaves");
  const end = dock(to, inner.at(-1) ?? middle(from), direction, "reaches");
  return [start, ...inner, end].map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

/** What is in a frame that its layout depends on: which of the frames inside are unfolded. */
function signatureOf({ id, parts }: Frame): string {
  const inner = parts.flatMap((part) => (part.is === "frame" ? [signatureOf(part)] : []));
  return inner.length === 0 ? id : `${id}(${inner.join(" ")})`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
