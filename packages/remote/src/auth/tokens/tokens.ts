/** What a sign-in gave. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
  /** When the access token ends, where that is known, in milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
  /** How long before its end a new one is asked for, in milliseconds. */
  readonly leeway?: number | undefined;
}

const LONGEST_LEEWAY = 30_000;

/** Tokens with the end of the access token: the server's word for it, or what the token itself says. */
export function withEnd(tokens: Tokens, now: number, expiresIn: number | undefined): Tokens {
  const life = expiresIn === undefined ? undefined : { endsAt: now + expiresIn * 1000, seconds: expiresIn };
  const known = life ?? lifeOf(tokens.accessToken);
  if (known === undefined) return tokens;
  return { ...tokens, expiresAt: known.endsAt, leeway: Math.min(LONGEST_LEEWAY, known.seconds * 100) };
}

/** Whether the access token has ended or will soon. One of unknown life has not. */
export function endsSoon({ expiresAt, leeway = 0 }: Tokens, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt - leeway;
}

/** Whether a header may hold the token: what else it says is the server's business. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}

interface Life {
  readonly endsAt: number;
  readonly seconds: number;
}

// Nobody checks the signature: a wrong end only means that a token is renewed too early, or when the cluster refuses it.
function lifeOf(token: string): Life | undefined {
  const { exp, iat } = claimsOf(token);
  if (typeof exp !== "number" || !Number.isFinite(exp)) return undefined;
  return { endsAt: exp * 1000, seconds: typeof iat === "number" ? Math.max(0, exp - iat) : 300 };
}

function claimsOf(token: string): { readonly exp?: unknown; readonly iat?: unknown } {
  const [, body = ""] = token.split(".");
  try {
    return Object(JSON.parse(Buffer.from(body, "base64url").toString()));
  } catch {
    // A token is any text.
    return {};
  }
}
