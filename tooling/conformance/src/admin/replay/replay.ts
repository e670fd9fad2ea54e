import { isDeepStrictEqual } from "node:util";
import { fromJson, type JsonValue, toJson } from "@flytekit-ts/models/json";
import { compareAnswer } from "../compare/compare-answer.js";
import { compareHttp, TOKEN, tokenIn } from "../compare/compare-http.js";
import type { Difference } from "../compare/difference.js";
import type { AdminRow, GrpcRow, HttpRow } from "../rows/admin-row.js";
import type { Asked } from "../server/start-stand-in.js";
import { grpcClient, type GrpcClient } from "./grpc-client.js";
import { httpCall } from "./http-call.js";
import { type Method, methodOf } from "./methods.js";

/** How one recorded call compares. */
export interface RowResult {
  readonly row: AdminRow;
  readonly differences: readonly Difference[];
}

/** How long after its token was given a call was made that says it has expired, in milliseconds. */
const EXPIRY = 7000;

/** What a JSON web token looks like: recordings hold old ones. */
const WEB_TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

interface Session {
  readonly client: GrpcClient;
  readonly server: Asked;
  /** The last one that was given. */
  token: string;
}

/** Makes the calls of a file, one after the other, and compares each answer. */
export async function replay(rows: readonly AdminRow[], server: Asked): Promise<readonly RowResult[]> {
  const session: Session = { client: grpcClient(server.address), server, token: "" };
  const results: RowResult[] = [];
  try {
    for (const row of rows)
      results.push({
        row,
        differences: await (row.kind === "http" ? askHttp(row, session) : askGrpc(row, session)),
      });
  } finally {
    session.client.close();
  }
  return results;
}

async function askGrpc(row: GrpcRow, { client, server, token }: Session): Promise<readonly Difference[]> {
  const method = methodOf(row.service, row.method);
  if (method === undefined)
    return [{ pointer: "method", expected: `${row.service}/${row.method}`, got: "not in the IDL" }];
  if (/token is expired/i.test(row.message ?? "")) await server.wait(EXPIRY);
  const answer = await client.call(method.path, requestOf(row, method), withToken(row.metadata ?? {}, token));
  return compareAnswer(row, answer, method);
}

/** The bytes of a request; where they say something else than its JSON, that counts: names may have been changed in it. */
function requestOf({ request, requestJson }: GrpcRow, { request: codec }: Method): Uint8Array {
  const bytes = Buffer.from(request ?? "", "base64");
  const json = requestJson as JsonValue;
  return request !== undefined && isDeepStrictEqual(toJson(codec, codec.decode(bytes)), json)
    ? bytes
    : codec.encode(fromJson(codec, json)).finish();
}

async function askHttp(row: HttpRow, session: Session): Promise<readonly Difference[]> {
  const { http } = session.server;
  if (http === undefined)
    return [{ pointer: "http", expected: row.path, got: "no HTTP address of the server" }];
  const answer = await httpCall(http, row, withToken(row.requestHeaders, session.token));
  session.token = tokenIn(answer) ?? session.token;
  return compareHttp(row, answer);
}

function withToken(
  headers: Readonly<Record<string, string>>,
  token: string,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    value.replaceAll(TOKEN, token).replace(WEB_TOKEN, token),
  ]);
  return Object.fromEntries(entries);
}
