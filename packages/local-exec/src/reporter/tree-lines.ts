import { durationText } from "@flytekit-ts/core/context";
import { plainText } from "./plain-text.js";
import type { RunTree } from "./run-tree.js";
import type { Colour, Style } from "./style.js";
import type { TreeNode } from "./tree-node.js";
import { countsText, countText } from "./words.js";

/** What lines are drawn with. */
export interface Drawing {
  readonly style: Style;
  /** The time on the clock of the reporter. */
  readonly now: number;
  /** How many lines there may be. */
  readonly most: number;
}

const COLOURS: { readonly [S in TreeNode["state"]]: Colour } = {
  running: "cyan",
  waiting: "yellow",
  retrying: "yellow",
  succeeded: "green",
  failed: "red",
  skipped: "dim",
};
/** How far lines are moved to the right for the graphs around a node. */
const DEEPEST = 10;

interface Shown {
  readonly node: TreeNode;
  readonly depth: number;
}

/** The lines of a run: the run itself, and as many of its nodes as there is room for, those under way first. */
export function treeLines({ root, counts }: RunTree, drawing: Drawing): readonly string[] {
  const room = drawing.most - 1;
  const shown = nodesIn(root, room + 1);
  const lines = shown.slice(0, room).map((each) => nodeLine(each, drawing));
  const { style } = drawing;
  const { retries, ...others } = counts;
  const said = countsText({ ...others, [retries === 1 ? "retry" : "retries"]: retries });
  const head = `${markOf(root, drawing)} ${style.paint("bold", plainText(root.name))} ${style.paint("dim", timeOf(root, drawing.now))}`;
  const first = said === "" ? head : `${head}  ${style.paint("dim", said)}`;
  if (shown.length > room && room > 0) lines[room - 1] = style.paint("dim", `  ${style.marks.more} and more`);
  return [first, ...lines].slice(0, drawing.most);
}

// Depth first, but never more than are asked for: a graph may have ten thousand.
function nodesIn(root: TreeNode, most: number): readonly Shown[] {
  const shown: Shown[] = [];
  const ahead: Shown[] = inside(root, 1, most);
  for (let next = ahead.shift(); next !== undefined && shown.length < most; next = ahead.shift()) {
    shown.push(next);
    ahead.unshift(...inside(next.node, next.depth + 1, most - shown.length));
  }
  return shown;
}

function inside({ active, failed, latest }: TreeNode, depth: number, most: number): Shown[] {
  const first: TreeNode[] = [];
  for (const node of active) {
    if (first.length >= most) break;
    first.push(node);
  }
  return [...first, ...failed, ...latest].slice(0, Math.max(0, most)).map((node) => ({ node, depth }));
}

function nodeLine({ node, depth }: Shown, drawing: Drawing): string {
  const { paint } = drawing.style;
  const { running, succeeded, failed, skipped } = node.items;
  const items = countsText({ running, succeeded, failed, skipped });
  const notes = [
    paint("dim", timeOf(node, drawing.now)),
    node.attempt > 0 ? paint("yellow", `attempt ${node.attempt + 1}`) : "",
    node.note === undefined ? "" : paint("dim", plainText(node.note)),
    items === "" ? "" : paint("dim", `items: ${items}`),
    node.more === 0 ? "" : paint("dim", `and ${countText(node.more)} more nodes`),
  ].filter((note) => note !== "");
  const indent = "  ".repeat(Math.min(depth, DEEPEST));
  return `${indent}${markOf(node, drawing)} ${plainText(node.name)} ${notes.join("  ")}`;
}

function markOf({ state }: TreeNode, { style: { marks, paint }, now }: Drawing): string {
  const frame = Math.floor(now / 100) % marks.running.length;
  return paint(COLOURS[state], state === "running" ? (marks.running[frame] ?? "") : marks[state]);
}

function timeOf({ state, since, duration }: TreeNode, now: number): string {
  if (state === "skipped") return "skipped";
  return durationText(duration ?? now - since);
}
