import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { compareAnswer } from "../compare/compare-answer.js";
import type { Difference } from "../compare/difference.js";
import type { AdminRow, GrpcRow } from "../rows/admin-row.js";
import { grpcClient, type GrpcClient } from "./grpc-client.js";
import { methodOf } from "./methods.js";

/** How one recorded call compares. */
export interface RowResult {
  readonly row: AdminRow;
  readonly differences: readonly Difference[];
}

/** Makes the calls of a file, one after the other, and compares each answer. */
export async function replay(rows: readonly AdminRow[], address: string): Promise<readonly RowResult[]> {
  const client = grpcClient(address);
  const results: RowResult[] = [];
  try {
    for (const row of rows) {
      if (row.kind === "http") continue;
      results.push({ row, differences: await replayCall(row, client) });
    }
  } finally {
    client.close();
  }
  return results;
}

async function replayCall(row: GrpcRow, client: GrpcClient): Promise<readonly Difference[]> {
  const method = methodOf(row.service, row.method);
  if (method === undefined)
    return [{ pointer: "method", expected: `${row.service}/${row.method}`, got: "not in the IDL" }];
  const request = method.request.encode(fromJson(method.request, row.requestJson as JsonValue)).finish();
  const answer = await client.call(method.path, request, row.metadata ?? {});
  return compareAnswer(row, answer, method);
}
