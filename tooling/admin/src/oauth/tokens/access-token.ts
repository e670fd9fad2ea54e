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
  const fault = segmentFault(head) ?? segmentFault(body);
  if (fault !== undefined) return fault;
  const { alg } = Object(JSON.parse(textOf(head))) as { readonly alg?: unknown };
  if (alg !== "RS256") return algorithmFault(alg);
  const valid = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${body}`),
    signingKey().publicKey,
    Buffer.from(signature, "base64url"),
  );
  if (!valid) return "crypto/rsa: verification error";
  const claims = JSON.parse(textOf(body)) as Claims;
  return now / 1000 >= claims.exp ? "Token is expired" : claims;
}

const textOf = (part: string): string => Buffer.from(part, "base64url").toString();

// What Go's libraries say of a part that is not JSON in base64.
function segmentFault(part: string): string | undefined {
  const illegal = part.search(/[^\w-]/);
  if (illegal >= 0) return `illegal base64 data at input byte ${illegal}`;
  if (part.length % 4 === 1) return `illegal base64 data at input byte ${part.length - 1}`;
  const text = textOf(part).trimStart();
  if (text === "") return "EOF";
  if (!/^[{[\d"tfn-]/.test(text)) {
    return `invalid character '${String.fromCodePoint(text.codePointAt(0) ?? 0)}' looking for beginning of value`;
  }
  return decoded(part) === undefined ? "unexpected end of JSON input" : undefined;
}

function algorithmFault(alg: unknown): string {
  if (typeof alg !== "string") return "signing method (alg) is unspecified.";
  if (alg === "none") return "'none' signature type is not allowed";
  const known = /^(?:HS|RS|ES|PS)(?:256|384|512)$/.test(alg);
  if (!known) return "signing method (alg) is unavailable.";
  return /^[RP]S/.test(alg) ? "crypto/rsa: verification error" : "key is of invalid type";
}

/** The claims of a token, whoever signed it. */
export function decoded(part: string): Claims | undefined {
  try {
    return JSON.parse(textOf(part)) as Claims;
  } catch {
    return undefined;
  }
}
