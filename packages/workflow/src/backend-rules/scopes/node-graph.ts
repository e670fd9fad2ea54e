import { END, type Site, STAGES, START } from "../sites/site.js";
import type { Successors } from "./cycles-of.js";
import type { Scope } from "./scope.js";

/**
 * The successors of each node, as Flyte's compiler works them out. The start and the end of the workflow are
 * included.
 *
 * Only bindings without faults count, and bindings of inner nodes do not. A node with nothing before it comes after
 * the start; a node with nothing after it comes before the end. Some nodes wait for a node without becoming its
 * successor, and still do not come after the start. These are conditionals and approvals, whose input types the
 * compiler needs before it links anything, and nodes that share their id.
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

/** The conditionals that come after nodes only because one of their arms waits for these nodes. */
export function armGraph({ links, template: { nodes } }: Scope): Successors<string> {
  const after = new Map<string, string[]>();
  for (const [{ kind, position }, { sources }] of links) {
    const outer = kind === "arm" ? nodes[position]?.id : undefined;
    if (outer !== undefined) for (const source of sources) listAt(source, after).push(outer);
  }
  return after;
}

/** The nodes that a node waits for: those it names, and those its bindings use. None, if it has no interface. */
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
