import { randomUUID, sign, verify } from "node:crypto";
import { signingKey } from "./signing-key.js";

/** What an access token of Flyte's own authorization server says. */
export interface Claims {
  readonly aud: readonly string[];
  readonly client_id: string;
  readonly exp: number;
  readonly iat: number;
  readonly jti: string;
  readonly scp: readonly string[];
  readonly sub?: string | undefined;
  readonly user_info: Readonly<Record<string, string>> | null;
}

/** Whom a token is for, and until when. */
export interface Grant {
  readonly audience: string;
  readonly scopes: readonly string[];
  /** The person who signed in. Programs have none. */
  readonly person?: string | undefined;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A signed token, valid for `seconds` from `now` (milliseconds since 1970). */
export function accessToken(grant: Grant, now: number, seconds: number): string {
  const iat = Math.floor(now / 1000);
  const { person, scopes, audience } = grant;
  const claims: Claims = {
    aud: [audience],
    client_id: "",
    exp: iat + seconds,
    iat,
    jti: randomUUID(),
    scp: scopes,
    ...(person === undefined ? {} : { sub: person }),
    user_info: person === undefined ? null : { preferred_username: person, email: `${person}@example.com` },
  };
  const key = signingKey();
  const signed = `${encode({ alg: "RS256", key_id: key.id, typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key.privateKey).toString("base64url")}`;
}

/** What a token says, or why it is not taken, in the words of flyteadmin. */
export function readToken(token: string, now: number): Claims | string {
  const parts = token.split(".");
  const [head = "", body = "", signature = ""] = parts;
  if (parts.length !== 3) return "token contains an invalid number of segments";
  const claims = decoded(body);
  if (decoded(head) === undefined || claims === undefined)
    return "invalid character 'x' looking for beginning of value";
  const valid = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${body}`),
    signingKey().publicKey,
    Buffer.from(signature, "base64url"),
  );
  if (!valid) return "crypto/rsa: verification error";
  return now / 1000 >= claims.exp ? "Token is expired" : claims;
}

/** The claims of a token, whoever signed it. */
export function decoded(part: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Claims;
  } catch {
    return undefined;
  }
}
