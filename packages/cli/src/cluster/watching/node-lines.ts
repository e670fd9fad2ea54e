import { durationText } from "@flytekit-ts/core/context";
import type { NodeTree } from "@flytekit-ts/remote";
import type { Output } from "../../command/output.js";
import { shownName } from "../../entities/shown-name.js";
import { phaseText } from "../phase-text.js";
import type { ExecutionGraph } from "../graphs/graph-of-execution.js";

/** Nodes as lines, each further in than the node that it is inside of, with what the author calls it. */
export function nodeLines(nodes: readonly NodeTree[], { graph, out, indent = "" }: Shown): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.id}  ${nameOf(node, graph)}${phaseText(node.phase, out)}${factsOf(node, out)}`,
    ...errorLines(node, `${indent}    `, out),
    ...(node.tasks ?? []).map((task) => {
      const why = task.reason === undefined || task.phase === "SUCCEEDED" ? "" : `  ${task.reason}`;
      return `${indent}    ${shownName(task.task)}, attempt ${task.attempt + 1}: ${phaseText(task.phase, out)}${why}`;
    }),
    ...nodeLines(node.nodes, { graph, out, indent: `${indent}  ` }),
  ]);
}

interface Shown {
  readonly graph: ExecutionGraph;
  readonly out: Pick<Output, "paint">;
  readonly indent?: string;
}

function nameOf({ path, id }: NodeTree, graph: ExecutionGraph): string {
  const name = graph.at(path)?.name;
  return name === undefined || name === id ? "" : `${shownName(name)}  `;
}

function factsOf({ duration, cache, child }: NodeTree, { paint }: Pick<Output, "paint">): string {
  const cached = cache === "HIT" ? "from the cache" : "";
  const started = child === undefined ? "" : `execution ${child.name}`;
  const facts = [durationText(duration), cached, started].filter((each) => each !== "");
  return facts.length === 0 ? "" : `  ${paint("dim", facts.join(", "))}`;
}

// A node that others are inside of has their error, which is shown there.
function errorLines(
  { error, nodes }: NodeTree,
  indent: string,
  { paint }: Pick<Output, "paint">,
): readonly string[] {
  if (error === undefined || nodes.some((each) => each.error !== undefined)) return [];
  const lines = `${error.code}: ${error.message}`.trimEnd().split("\n");
  return lines.map((line) => paint("red", `${indent}${line}`));
}
