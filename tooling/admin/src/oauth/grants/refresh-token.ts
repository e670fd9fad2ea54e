import type { Answer } from "../endpoints/answer.js";
import type { Asked, KnownClient } from "../endpoints/asked.js";
import { oauthError } from "../endpoints/oauth-error.js";
import type { OAuthState } from "../oauth-state.js";
import { giveTokens } from "./give-tokens.js";

/** A refresh token is exchanged for new tokens. */
export function refreshToken({ form }: Asked, client: KnownClient, state: OAuthState): Answer {
  const shown = form.get("refresh_token") ?? "";
  const issued = state.refreshTokens.look(shown, state.settings.now());
  if (issued === "unknown") return oauthError("server_error");
  if (issued === "over" || issued.clientId !== client.id) return oauthError("invalid_grant");
  if (!state.settings.rotation)
    return giveTokens(state, { ...issued, scopes: issued.scopes.filter(notOffline) });
  state.refreshTokens.end(shown);
  return giveTokens(state, issued);
}

// Without the scope that asks for a refresh token, none is given, and the old one stays.
const notOffline = (scope: string): boolean => scope !== "offline";
