import { type Answer, oauthAnswer } from "../endpoints/answer.js";
import type { OAuthState } from "../oauth-state.js";
import { accessToken } from "../tokens/access-token.js";

/** Whom tokens are given to. */
export interface Receiver {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly person?: string | undefined;
}

/** New tokens: a refresh token for people who asked to be remembered (`offline`). */
export function giveTokens(state: OAuthState, { clientId, scopes, person }: Receiver): Answer {
  const { now, lifetimes } = state.settings;
  const at = now();
  const token = accessToken({ audience: state.issuer, scopes, person }, at, lifetimes.accessToken);
  const refreshToken =
    person !== undefined && scopes.includes("offline")
      ? state.refreshTokens.give({ clientId, scopes, person, expiresAt: at + lifetimes.refreshToken * 1000 })
      : undefined;
  for (const secret of [token, refreshToken]) if (secret !== undefined) state.secrets.add(secret);
  return oauthAnswer(200, {
    access_token: token,
    // Whole seconds that are left when the answer is written: a part of the first one is over.
    expires_in: lifetimes.accessToken - 1,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    scope: scopes.join(" "),
    token_type: "bearer",
  });
}
