import type { HttpAnswer } from "../replay/http-call.js";
import type { HttpRow, Json } from "../rows/admin-row.js";
import { type Difference, differences, withoutVarying } from "./difference.js";

/** What stands for a token in recorded calls. */
export const TOKEN = "<token>";

/** The token that an answer gives, if it gives one. */
export function tokenIn({ body }: HttpAnswer): string | undefined {
  const token: unknown = Reflect.get(Object(parsed(body)), "access_token");
  return typeof token === "string" ? token : undefined;
}

/** Where an answer over HTTP is not as recorded. Of headers, those are compared that were recorded. */
export function compareHttp(row: HttpRow, answer: HttpAnswer): readonly Difference[] {
  const token = tokenIn(answer);
  const status = differences(row.status, answer.status, "status");
  const body = masked(parsed(answer.body), token);
  const [wanted, got] = withoutVarying(row.responseBody, body, row.varies ?? []);
  const headers = Object.entries(row.responseHeaders).flatMap(([name, value]) => {
    // How long a token is says nothing.
    if (name === "content-length" && token !== undefined) return [];
    return differences(value, headerOf(answer, name), `headers/${name}`);
  });
  return [...status, ...headers, ...differences(wanted, got, "body")];
}

function headerOf({ headers }: HttpAnswer, name: string): string | undefined {
  const value = headers[name];
  return name === "set-cookie" ? value?.replace(/^[^=]+=[^;]*/, "<cookie>") : value;
}

function masked(body: Json, token: string | undefined): Json {
  if (token === undefined || typeof body !== "object" || body === null) return body;
  const fields = Object.entries(body).map(([name, value]) => [name, name === "access_token" ? TOKEN : value]);
  return Object.fromEntries(fields) as Json;
}

function parsed(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}
