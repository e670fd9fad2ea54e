import type { UrlBlob } from "@flytekit-ts/models/admin";
import { LiteralMap } from "@flytekit-ts/models/core";
import type { ExecutionBackend } from "../backend.js";

/** Literals as data calls answer them: the literals themselves, and a link to them where the server gives links. */
export interface ShownData {
  readonly literals: LiteralMap;
  readonly blob: UrlBlob;
}

/** What the server reads at most, whatever was asked: 2 MiB. */
const MOST_READ = 2 * 1024 * 1024;
const LINK_SECONDS = 180;

/** The literals at a URI. Nothing there, something else there, or too much of it is answered with no literals. */
export async function dataAt(
  { store, mostInlineBytes }: Pick<ExecutionBackend, "store" | "mostInlineBytes">,
  uri: string,
): Promise<ShownData> {
  const nothing: ShownData = { literals: { literals: new Map() }, blob: { url: "", bytes: 0n } };
  if (uri === "") return nothing;
  if (mostInlineBytes === undefined) return { ...nothing, literals: await literalsAt(store, uri) };
  const head = await store.head(uri);
  if (head === undefined) return nothing;
  const url = await store.link({ method: "GET", uri, seconds: LINK_SECONDS, headers: {} });
  const blob = { url, bytes: BigInt(head.size) };
  return head.size < mostInlineBytes
    ? { blob, literals: await literalsAt(store, uri) }
    : { ...nothing, blob };
}

async function literalsAt(store: ExecutionBackend["store"], uri: string): Promise<LiteralMap> {
  const bytes = await store.read(uri);
  const empty: LiteralMap = { literals: new Map() };
  if (bytes === undefined || bytes.length > MOST_READ) return empty;
  try {
    return LiteralMap.decode(bytes);
  } catch {
    // Like flyteadmin, which writes a line into its log and answers without.
    return empty;
  }
}
