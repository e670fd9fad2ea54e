import { request as ask } from "node:http";
import { text } from "node:stream/consumers";
import type { HttpRow } from "../rows/admin-row.js";

/** What a server answered over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Makes a recorded call over HTTP, and follows no redirection. */
export function httpCall(
  base: string,
  { method, path, requestBody }: HttpRow,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const call = ask(new URL(path, base), { method, headers: { ...headers } }, (response) => {
      const shown = Object.entries(response.headers).map(([name, value]) => [
        name,
        [value].flat().join(", "),
      ]);
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(shown), body }),
        reject,
      );
    });
    call.on("error", reject);
    call.end(requestBody ?? "");
  });
}
