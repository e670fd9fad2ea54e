import { toJson } from "@flytekit-ts/models/json";
import type { Answer } from "../replay/grpc-client.js";
import type { Method } from "../replay/methods.js";
import type { GrpcRow, Json, RowDetail } from "../rows/admin-row.js";
import { type Difference, differences, withoutVarying } from "./difference.js";
import { readDetails } from "./read-status.js";

/** Where the answer to a call is not as recorded. */
export function compareAnswer(row: GrpcRow, answer: Answer, method: Method): readonly Difference[] {
  if (row.code !== answer.code) return [codeDifference(row, answer)];
  if (!row.ok)
    return [
      ...messageDifferences(row, answer),
      ...detailDifferences(row, answer),
      ...trailerDifferences(row, answer),
    ];
  const got = responseOf(answer, method);
  const varying = [...(row.varies ?? []), ...(row.method === "UserInfo" ? CLAIMS : [])];
  return differences(...withoutVarying(row.responseJson ?? {}, got, varying));
}

/** Claims of a token that are its own. */
const CLAIMS = ["exp", "iat", "jti"].map((claim) => `/additionalClaims/${claim}`);

function trailerDifferences({ trailers = {} }: GrpcRow, answer: Answer): readonly Difference[] {
  return Object.entries(trailers).flatMap(([name, value]) =>
    // The message format is protobuf where none is named.
    differences(
      value,
      answer.trailers[name]?.replace(/^application\/grpc\+proto$/, "application/grpc"),
      `trailers/${name}`,
    ),
  );
}

function codeDifference(row: GrpcRow, { code, message }: Answer): Difference {
  return {
    pointer: "code",
    expected: row.ok ? row.codeName : `${row.codeName}: ${row.message ?? ""}`,
    got: code === 0 ? "OK" : `${code}: ${message}`,
  };
}

function messageDifferences({ message, varies = [] }: GrpcRow, answer: Answer): readonly Difference[] {
  if (varies.includes("message")) return [];
  return differences(message ?? "", answer.message, "message");
}

function detailDifferences({ details = [] }: GrpcRow, { status }: Answer): readonly Difference[] {
  const got = status === undefined ? [] : readDetails(status);
  return differences(details.map(anyJson), got, "details");
}

/** A detail as the JSON of an Any. */
function anyJson({ "@type": type, json }: RowDetail): Json {
  return { "@type": type, ...(json as object) };
}

function responseOf({ response }: Answer, method: Method): Json {
  try {
    return toJson(method.response, method.response.decode(response ?? new Uint8Array())) as Json;
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  }
}
