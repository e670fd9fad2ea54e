import { stat } from "node:fs/promises";
import type { ContentStore } from "../../cache/store/content-store.js";
import { isNotThere } from "../../cache/disk/write-whole.js";
import { fetchContent } from "../format/fetch-content.js";
import type { GraphRecord } from "../format/records.js";
import { type GraphDescription, graphText } from "./describe-graph.js";

/** Graphs of more characters are in the content store. */
const LARGE = 32_768;

const digests = new WeakMap<GraphDescription, { readonly sha256: string; readonly bytes: number }>();

/** The text of a graph for its record: the graph, or, if it is large, where it is in the content store. */
export async function storedGraph(
  graph: GraphDescription,
  content: ContentStore,
  flush: boolean,
): Promise<string> {
  const text = graphText(graph);
  if (text.length <= LARGE) return text;
  const known = digests.get(graph);
  // To ask is much faster than to hash it again.
  if (known !== undefined && (await isThere(content.pathOf(known.sha256), known.bytes)))
    return JSON.stringify(known);
  const bytes = Buffer.from(text);
  const stored = { sha256: await content.put(bytes, { flush }), bytes: bytes.length };
  digests.set(graph, stored);
  return JSON.stringify(stored);
}

/** The graph of a record. @throws `JOURNAL_CONTENT_LOST` */
export async function graphOf(
  { graph }: GraphRecord,
  content: ContentStore,
  run: string,
): Promise<GraphDescription> {
  if (!("sha256" in graph)) return graph;
  const bytes = await fetchContent(content, graph.sha256, run);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as GraphDescription;
}

async function isThere(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch (error) {
    if (isNotThere(error)) return false;
    throw error;
  }
}
