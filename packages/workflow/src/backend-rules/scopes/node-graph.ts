import { END, type Site, STAGES, START } from "../sites/site.js";
import type { Successors } from "./cycles-of.js";
import type { Scope } from "./scope.js";

/**
 * What comes right after each node, as Flyte's compiler has it; the start and the end of the workflow included.
 *
 * Only sound bindings count, and those of nodes inside others do not. What has nothing before it hangs on the start,
 * what has nothing after it on the end. Something that is known to come before a node of which the node was not made
 * a successor keeps it from hanging on the start all the same: so it is with the inputs of conditionals and
 * approvals, whose types the compiler needs before it links anything, and with nodes that share their id.
 */
export function nodeGraph(scope: Scope): Successors<string> {
  const after = new Map<string, string[]>();
  const waiting = new Set(waitingAnyway(scope));
  const connect = (before: string, id: string): void => {
    listAt(before === "" ? START : before, after).push(id);
    waiting.add(id);
  };
  for (const [id, site] of scope.nodes) for (const before of upstreamOf(site, scope)) connect(before, id);
  for (const source of scope.outputLinks.sources) connect(source, END);
  for (const id of scope.nodes.keys()) {
    if (!waiting.has(id)) connect(START, id);
    if (!after.has(id)) connect(id, END);
  }
  return after;
}

/** What comes after nodes only because an arm of a conditional waits for them, as if the conditional did. */
export function armGraph({ links, template: { nodes } }: Scope): Successors<string> {
  const after = new Map<string, string[]>();
  for (const [{ kind, position }, { sources }] of links) {
    const outer = kind === "arm" ? nodes[position]?.id : undefined;
    if (outer !== undefined) for (const source of sources) listAt(source, after).push(outer);
  }
  return after;
}

/** What a node waits for: what it names, and what its bindings take. Nothing, if it has no interface. */
export function upstreamOf(site: Site, { links }: Scope): readonly string[] {
  const sources = links.get(site)?.sources;
  return sources === undefined ? [] : [...site.node.upstreamNodeIds, ...sources];
}

function waitingAnyway({ typed, links }: Scope): readonly string[] {
  const inner = [...links].filter(([{ kind }]) => kind !== "node");
  return [...typed, ...inner].flatMap(([{ id, kind, node, stage }, { sources }]) => {
    if (stage === STAGES.lookup || sources.length === 0) return [];
    return [kind === "item" ? node.id : id];
  });
}

function listAt(id: string, lists: Map<string, string[]>): string[] {
  const known = lists.get(id);
  if (known !== undefined) return known;
  const list: string[] = [];
  lists.set(id, list);
  return list;
}
