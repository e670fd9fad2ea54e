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

/** Who asks: by the header Basic, by the form, or a client without a secret by its name. */
export function clientOf({ headers, form }: Asked, { settings }: OAuthState): KnownClient | undefined {
  const { id, secret } = shown(headers["authorization"], form);
  const { people, machines } = settings;
  if (id === people.id && secret === undefined) return { id, scopes: people.scopes, machine: false };
  const machine = machines.find((known) => known.id === id && known.secret === secret);
  return machine && { id: machine.id, scopes: machine.scopes, machine: true };
}

interface Shown {
  readonly id: string | undefined;
  readonly secret: string | undefined;
}

function shown(header: string | string[] | undefined, form: URLSearchParams): Shown {
  if (typeof header !== "string" || !/^basic /i.test(header)) {
    return { id: form.get("client_id") ?? undefined, secret: form.get("client_secret") ?? undefined };
  }
  const [id = "", ...rest] = Buffer.from(header.slice(6), "base64").toString().split(":");
  return { id: fromForm(id), secret: fromForm(rest.join(":")) };
}

function fromForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** The scopes asked for, or the first one that the client may not have. */
export function scopesOf(asked: string | null, client: KnownClient): readonly string[] | string {
  const scopes = (asked ?? "").split(" ").filter((scope) => scope !== "");
  return scopes.find((scope) => !client.scopes.includes(scope)) ?? scopes;
}
