import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import { decodeMessage } from "@flytekit-ts/core/literals";
import { loadLiterals, localStore, schemeOf, type Signal } from "@flytekit-ts/core/storage";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type * as admin from "@flytekit-ts/models/admin";
import * as idl from "@flytekit-ts/models/core";
import { withoutQuery } from "../connection/without-query.js";
import { errors } from "../errors.js";
import type { ClusterAccess } from "./cluster-access.js";
import { clusterStorage } from "./cluster-storage.js";

/** Values as the cluster gives them: whole, or by the URI of a message that holds them. */
export interface Received {
  /** `the outputs of orchard/development/a1` */
  readonly what: string;
  readonly whole: idl.LiteralMap | undefined;
  readonly stored: admin.UrlBlob | undefined;
}

type Reading = Pick<ClusterAccess, "connection" | "storages" | "transfers">;

/** Received values as literals. What is only stored is fetched. @throws `EXECUTION_VALUES_UNREADABLE` */
export async function receivedLiterals(
  { what, whole, stored }: Received,
  access: Reading,
  signal: Signal | undefined,
): Promise<ReadonlyMap<string, idl.Literal>> {
  const inline = whole?.literals ?? new Map<string, idl.Literal>();
  if (inline.size > 0 || stored === undefined || stored.url === "") return inline;
  try {
    const bytes = await fetched(stored.url, access, signal);
    return decodeMessage("flyteidl.core.LiteralMap", idl.LiteralMap, bytes).literals;
  } catch (cause) {
    throw errors.EXECUTION_VALUES_UNREADABLE({ what, problem: textOf(cause).replace(/\.$/, "") }, { cause });
  }
}

/**
 * Received literals as values of their types. Files and datasets are read when they are asked for: through the author's
 * storage of their scheme, or through links that the cluster signs.
 *
 * @throws `EXECUTION_VALUES_UNREADABLE`
 */
export async function receivedValues(
  types: ReadonlyMap<string, RuntimeType>,
  literals: ReadonlyMap<string, idl.Literal>,
  {
    what,
    access,
    signal,
  }: { readonly what: string; readonly access: Reading; readonly signal?: Signal | undefined },
): Promise<Readonly<Record<string, unknown>>> {
  const store = { ...localStore(), storage: clusterStorage(access) };
  try {
    signal?.throwIfAborted();
    return await loadLiterals(types, literals, store);
  } catch (cause) {
    throw errors.EXECUTION_VALUES_UNREADABLE({ what, problem: textOf(cause).replace(/\.$/, "") }, { cause });
  }
}

async function fetched(url: string, access: Reading, signal: Signal | undefined): Promise<Uint8Array> {
  const scheme = schemeOf(url);
  if (scheme === "http" || scheme === "https") return fetchLink(url, access, signal);
  const chunks: Uint8Array[] = [];
  for await (const chunk of clusterStorage(access).read(url, { signal })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// Such a link is signed by the cluster already.
async function fetchLink(
  url: string,
  { connection }: Reading,
  signal: Signal | undefined,
): Promise<Uint8Array> {
  const answer = await connection.fetch(url, { signal });
  if (answer.status === 200) return answer.bytes();
  await answer.cancel();
  const problem = `the server answered ${answer.status}`;
  throw coreErrors.STORAGE_FAILED({ uri: withoutQuery(url), action: "Reading", problem });
}
