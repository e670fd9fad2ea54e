import { spacedJson } from "./spaced-json.js";

/** What an endpoint answers with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const noStore = {
  "content-type": "application/json;charset=UTF-8",
  "cache-control": "no-store",
  pragma: "no-cache",
};

/** JSON of the authorization server. */
export const oauthAnswer = (status: number, body: unknown): Answer => ({
  status,
  headers: noStore,
  body: JSON.stringify(body),
});

/** JSON of the gateway before the gRPC services. */
export const gatewayAnswer = (body: unknown): Answer => ({
  status: 200,
  headers: { "content-type": "application/json", "grpc-metadata-content-type": "application/grpc" },
  body: spacedJson(body),
});

/** As Go's `http.Redirect` writes it. */
export function redirect(
  status: 302 | 303 | 307,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const words = { 302: "Found", 303: "See Other", 307: "Temporary Redirect" }[status];
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", location, ...headers },
    body: `<a href="${location.replaceAll("&", "&amp;")}">${words}</a>.\n\n`,
  };
}

export const page = (status: number, text: string): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><title>Sign in</title><p>${text}</p>`,
});
