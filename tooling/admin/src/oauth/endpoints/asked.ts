import type { Answer } from "./answer.js";
import { oauthError } from "./oauth-error.js";
import type { OAuthState } from "../oauth-state.js";

/** A request as the endpoints see it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly form: URLSearchParams;
}

/** A client that has shown who it is. */
export interface KnownClient {
  readonly id: string;
  readonly scopes: readonly string[];
  /** Whether it has a secret. */
  readonly machine: boolean;
}

/** Who asks, or why that is not known: by the header Basic, or by the form. */
export function clientOf({ headers, form }: Asked, { settings }: OAuthState): KnownClient | Answer {
  const shown = shownBy(headers["authorization"], form);
  if ("status" in shown) return shown;
  const { id, secret } = shown;
  const { people, machines } = settings;
  // A client without a secret may show any.
  if (id === people.id) return { id, scopes: people.scopes, machine: false };
  const machine = machines.find((known) => known.id === id && known.secret === secret);
  if (machine === undefined) return oauthError("invalid_client");
  return { id: machine.id, scopes: machine.scopes, machine: true };
}

interface Shown {
  readonly id: string;
  readonly secret: string;
}

function shownBy(header: string | string[] | undefined, form: URLSearchParams): Shown | Answer {
  const basic = typeof header === "string" ? /^basic ([\w+/]+={0,2})$/i.exec(header)?.[1] : undefined;
  const pair = basic === undefined ? undefined : Buffer.from(basic, "base64").toString();
  if (pair === undefined || !pair.includes(":")) {
    const id = form.get("client_id") ?? "";
    return id === ""
      ? oauthError(
          "invalid_request",
          "Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.",
        )
      : { id, secret: form.get("client_secret") ?? "" };
  }
  const colon = pair.indexOf(":");
  const [id, secret] = [fromForm(pair.slice(0, colon)), fromForm(pair.slice(colon + 1))];
  if (id !== undefined && secret !== undefined) return { id, secret };
  const which = id === undefined ? "id" : "secret";
  return oauthError(
    "invalid_request",
    `The client ${which} in the HTTP authorization header could not be decoded from 'application/x-www-form-urlencoded'.`,
  );
}

function fromForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** What is wrong with the audience asked for: a client may have that of the settings. */
export function audienceFault(asked: URLSearchParams, { settings }: OAuthState): string | undefined {
  const all = asked.getAll("audience");
  const wanted = all.length === 1 ? (all[0] ?? "").split(" ") : all;
  const strange = wanted.find((audience) => audience !== "" && audience !== settings.people.audience);
  if (strange === undefined) return undefined;
  return `Requested audience '${strange}' has not been whitelisted by the OAuth 2.0 Client.`;
}

/** The scopes asked for, or the first one that the client may not have. */
export function scopesOf(asked: string | null, client: KnownClient): readonly string[] | string {
  const scopes = (asked ?? "").split(" ").filter((scope) => scope !== "");
  return scopes.find((scope) => !client.scopes.includes(scope)) ?? scopes;
}
