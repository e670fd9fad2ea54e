import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Signal, Storage } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { UrlBlob } from "@flytekit-ts/models/admin";
import type { LiteralMap } from "@flytekit-ts/models/core";
import type { Connection } from "../connection/connection.js";
import { receivedLiterals } from "../values/received-values.js";
import { signedTransfers } from "../values/transfers/signed-transfers.js";

/** How values are fetched. */
export interface Fetching {
  readonly connection: Connection;
  readonly storages: readonly Storage[];
  /** Values with more bytes stay where they are. */
  readonly maxBytes: number;
  readonly signal: Signal | undefined;
}

/** Literals, or why they are not known. Neither if the cluster has none. */
export interface FetchedValues {
  readonly literals?: Literals;
  readonly problem?: string;
}

/** The inputs or outputs of something: those in the cluster's answer, or those behind the link in it. */
export async function nodeValues(
  whole: LiteralMap | undefined,
  stored: UrlBlob | undefined,
  { connection, storages, maxBytes, signal }: Fetching,
): Promise<FetchedValues> {
  const isInline = whole !== undefined && whole.literals.size > 0;
  if (!isInline && stored !== undefined && stored.bytes > BigInt(maxBytes))
    return { problem: `they have ${stored.bytes} bytes, and maxBytes is ${maxBytes}` };
  const access = { connection, storages, transfers: signedTransfers(connection) };
  try {
    const literals = await receivedLiterals({ what: "The values of a node", whole, stored }, access, signal);
    return literals.size === 0 ? {} : { literals };
  } catch (error) {
    // What is gone from the store is no reason to do without the rest.
    if (!isFlytekitError(error) || error.code !== "EXECUTION_VALUES_UNREADABLE" || signal?.aborted === true)
      throw error;
    return { problem: textOf(error) };
  }
}
