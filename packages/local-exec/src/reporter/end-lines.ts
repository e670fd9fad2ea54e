import { durationText } from "@flytekit-ts/core/context";
import type { RunEvent } from "../events/events.js";
import { errorLines, failureLines } from "./failure-lines.js";
import { plainText } from "./plain-text.js";
import type { RunTree } from "./run-tree.js";
import type { Style } from "./style.js";
import { treeLines } from "./tree-lines.js";
import { countsText, countText } from "./words.js";

interface Ending {
  readonly style: Style;
  readonly now: number;
  /** Each node has had its line already. */
  readonly plain?: boolean;
}

/** So many lines of the tree stay when a run has ended. */
const MOST = 40;

/** The lines that stay of a run: its tree, what failed, and how it ended. */
export function endLines(
  tree: RunTree,
  event: Extract<RunEvent, { readonly kind: "run-succeeded" | "run-failed" }>,
  { style, now, plain = false }: Ending,
): readonly string[] {
  const { marks, paint } = style;
  const { retries, ...others } = tree.counts;
  const counts = countsText({ ...others, [retries === 1 ? "retry" : "retries"]: retries });
  const ended = event.kind === "run-succeeded" ? "succeeded" : "failed";
  const mark = ended === "succeeded" ? paint("green", marks.succeeded) : paint("red", marks.failed);
  const name = paint("bold", plainText(event.entity));
  return [
    ...(plain ? [] : treeLines(tree, { style, now, most: MOST }).slice(1)),
    ...(event.kind === "run-failed" ? failures(tree, event.error, style) : []),
    `${mark} ${name} ${ended} after ${durationText(event.duration)}${counts === "" ? "" : `: ${counts}`}`,
  ];
}

function failures(tree: RunTree, error: Parameters<typeof errorLines>[0], style: Style): readonly string[] {
  const { failures: known, moreFailures: more } = tree;
  const left = more === 0 ? [] : [`  ${style.marks.more} and ${countText(more)} more failures`];
  // A run may fail where no node did: it was aborted, or its listener failed.
  const own = tree.isTold(error) ? [] : errorLines(error, style);
  return [...known.flatMap((failure) => failureLines(failure, style)), ...left, ...own];
}
