import { isRecord, isText } from "../../lines/tests.js";
import { type Lines, readLines } from "../../lines/read-lines.js";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A detail of a status. */
export interface RowDetail {
  readonly "@type": string;
  readonly json?: Json | undefined;
}

/** A recorded call over gRPC. */
export interface GrpcRow {
  readonly kind?: "grpc" | undefined;
  readonly seq: number;
  readonly service: string;
  readonly method: string;
  readonly note: string;
  /** In base64. `requestJson` says the same, and is sent where there are no bytes. */
  readonly request?: string | undefined;
  readonly requestJson: Json;
  /** Sent, with `<token>` for the last token that was given. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Some of those that were received. */
  readonly trailers?: Readonly<Record<string, string>> | undefined;
  readonly ok: boolean;
  readonly responseJson?: Json | undefined;
  readonly code: number;
  readonly codeName: string;
  readonly message?: string | undefined;
  readonly details?: readonly RowDetail[] | undefined;
  /** What differed between recordings: pointers into the response, or `message`. */
  readonly varies?: readonly string[] | undefined;
}

/** A recorded call over HTTP. */
export interface HttpRow {
  readonly kind: "http";
  readonly seq: number;
  readonly method: string;
  readonly path: string;
  readonly note: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string | null;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: Json;
  readonly varies?: readonly string[] | undefined;
}

export type AdminRow = GrpcRow | HttpRow;

/** Read a file of recorded calls, in the order in which they were made. */
export function readAdminRows(path: string): Lines<AdminRow> {
  const read: Lines<AdminRow> = readLines(path, "recorded calls", problemOf);
  return "problem" in read ? read : { rows: read.rows.toSorted((one, other) => one.seq - other.seq) };
}

function problemOf(row: unknown): string | undefined {
  if (!isRecord(row)) return "is no object";
  const { kind = "grpc", seq, note, method } = row as Partial<Record<string, unknown>>;
  if (!Number.isInteger(seq)) return "has no whole number `seq`";
  if (![note, method].every(isText)) return "has no texts `note` and `method`";
  if (kind === "grpc") return grpcProblem(row as Partial<Record<string, unknown>>);
  if (kind === "http") return httpProblem(row as Partial<Record<string, unknown>>);
  return "has a `kind` other than grpc and http";
}

function grpcProblem({ service, request, requestJson, ok, code, message }: Partial<Record<string, unknown>>) {
  if (!isText(service) || !(request === undefined || isText(request)))
    return "has no texts `service` and `request`";
  if (!isRecord(requestJson)) return "has no object `requestJson`";
  if (typeof ok !== "boolean" || typeof code !== "number") return "has no `ok` and `code`";
  return ok || isText(message) ? undefined : "has no text `message`";
}

function httpProblem({ path, status, requestHeaders, responseHeaders }: Partial<Record<string, unknown>>) {
  if (!isText(path) || typeof status !== "number") return "has no `path` and `status`";
  return [requestHeaders, responseHeaders].every(isRecord)
    ? undefined
    : "has no `requestHeaders` and `responseHeaders`";
}
