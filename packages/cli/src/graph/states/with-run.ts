import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { KeptNode, KeptRun } from "@flytekit-ts/local-exec/journal";
import type { GraphModel } from "../model/graph-model.js";
import type { NodeState, NodeStateName } from "../model/node-state.js";
import { literalWords } from "../words/literal-words.js";
import { nodeAt, shownAt } from "./node-at.js";
import { skipUntaken } from "./skip-untaken.js";
import { withoutAttempts } from "./without-attempts.js";

/** The most nodes whose values are read: each may be a file of its own. */
const MOST_VALUES = 2000;

/**
 * A graph with how far its nodes came in a kept run: states, times, attempts, errors and values.
 *
 * @throws what reading the values of a damaged journal throws
 */
export async function withRun(model: GraphModel, run: KeptRun): Promise<GraphModel> {
  const states: Record<string, NodeState> = Object.create(null) as Record<string, NodeState>;
  const items = new Map<string, Map<string, number>>();
  let values = 0;
  for (const [key, node] of run.nodes) {
    const path = withoutAttempts(key);
    if (node.item !== undefined) count(items, path.slice(0, path.lastIndexOf("/")), node.state);
    if (nodeAt(model, path) === undefined) continue;
    values += 1;
    states[path] = await stateOf(node, values <= MOST_VALUES);
  }
  for (const [path, counts] of items) {
    const known = states[path];
    if (known !== undefined) states[path] = { ...known, items: Object.fromEntries(counts) };
  }
  skipUntaken(model, states);
  return {
    ...model,
    states,
    run: {
      id: run.id,
      state: run.state,
      startedAt: run.startedAt,
      duration: run.duration,
      error: run.error && errorWords(run.error),
      failed: failedIn(model, run),
    },
  };
}

async function stateOf(node: KeptNode, hasValues: boolean): Promise<NodeState> {
  const { attempts } = node;
  const [first, last] = [attempts[0], attempts.at(-1)];
  const literals = hasValues && node.state === "succeeded" ? await node.outputs() : undefined;
  const started = first?.startedAt;
  const ended = last?.endedAt;
  const state: NodeStateName = last?.reused === undefined ? node.state : "reused";
  return {
    state,
    attempts: attempts.length,
    startedAt: started,
    duration: started !== undefined && ended !== undefined ? ended - started : last?.duration,
    error: last?.error && errorWords(last.error),
    outputs: literals && [...literals].map(([name, literal]) => ({ name, value: literalWords(literal) })),
  };
}

function errorWords({ code, text }: FlytekitError): string {
  return `[${code}] ${text}`;
}

function count(items: Map<string, Map<string, number>>, path: string, state: string): void {
  const counts = items.get(path) ?? new Map<string, number>();
  counts.set(state, (counts.get(state) ?? 0) + 1);
  items.set(path, counts);
}

/** Where a run failed: the innermost node, and of several the first. */
function failedIn(model: GraphModel, run: KeptRun): string | undefined {
  const failed = [...run.nodes.values()].filter(({ state }) => state === "failed");
  const isInnermost = ({ node }: KeptNode): boolean =>
    !failed.some(
      (other) =>
        other.node !== node && /^[/>]/.test(other.node.slice(node.length)) && other.node.startsWith(node),
    );
  const ends = failed
    .filter(isInnermost)
    .toSorted((a, b) => (a.attempts.at(-1)?.endedAt ?? 0) - (b.attempts.at(-1)?.endedAt ?? 0));
  const [first] = ends;
  return first && shownAt(model, withoutAttempts(first.node));
}
