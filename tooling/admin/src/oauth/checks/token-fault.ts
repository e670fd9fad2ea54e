import type { OAuthState } from "../oauth-state.js";
import { type Claims, decoded, readToken } from "../tokens/access-token.js";

const unverified = "[JWT_VERIFICATION_FAILED]";

/** Who calls, or why flyteadmin does not take the caller, in its words. */
export function callerOf(header: string | undefined, state: OAuthState): Claims | string {
  const now = state.settings.now();
  const bearer = credential(header, "Bearer");
  const access =
    "refused" in bearer
      ? `${unverified} Could not retrieve bearer token from metadata, caused by: ${bearer.refused}`
      : readToken(bearer.token, now);
  if (typeof access !== "string") {
    if (access.iat * 1000 < state.refusedBefore) return "token parse error id token err: token is revoked";
    // A token that names no scope is taken as one for all.
    return access.scp.length === 0 || access.scp.includes("all")
      ? access
      : "authenticated user doesn't have required scope";
  }
  return `token parse error id token err: access token err: ${access}, access token err: ${idTokenFault(header, state)}`;
}

// Nobody here gives ID tokens, so none is taken.
function idTokenFault(header: string | undefined, { settings }: OAuthState): string {
  const shown = credential(header, "IDToken");
  if ("refused" in shown) {
    return `${unverified} Could not retrieve id token from metadata, caused by: ${shown.refused}`;
  }
  const parts = shown.token.split(".");
  const claims = parts.length === 3 ? decoded(parts[1] ?? "") : undefined;
  const fault =
    claims === undefined
      ? `malformed jwt: oidc: malformed jwt, expected 3 parts got ${parts.length}`
      : `id token issued by a different provider, expected "${settings.idProvider}" got "${issuerOf(claims)}"`;
  return `${unverified} jwt parse with claims failed, caused by: oidc: ${fault}`;
}

const issuerOf = (claims: object): string => ("iss" in claims ? String(claims.iss) : "");

type Credential = { readonly token: string } | { readonly refused: string };

// The order of the tests is that of grpc-middleware's `AuthFromMD`.
function credential(header: string | undefined, scheme: "Bearer" | "IDToken"): Credential {
  const refused = (words: string): Credential => ({
    refused: `rpc error: code = Unauthenticated desc = ${words}`,
  });
  if (header === undefined || header === "") return refused(`Request unauthenticated with ${scheme}`);
  const space = header.indexOf(" ");
  if (space < 0) return refused("Bad authorization string");
  if (header.slice(0, space).toLowerCase() !== scheme.toLowerCase()) {
    return refused(`Request unauthenticated with ${scheme}`);
  }
  return { token: header.slice(space + 1) };
}

/** The header with the caller's token: that of the client configuration wins over the standard one. */
export function tokenHeader(
  get: (name: string) => string | undefined,
  { settings }: OAuthState,
): string | undefined {
  return get(settings.headerKey) ?? get("authorization");
}
