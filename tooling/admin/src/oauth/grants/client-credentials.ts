import type { Answer } from "../endpoints/answer.js";
import { type Asked, audienceFault, type KnownClient, scopesOf } from "../endpoints/asked.js";
import { oauthError } from "../endpoints/oauth-error.js";
import type { OAuthState } from "../oauth-state.js";
import { giveTokens } from "./give-tokens.js";

/** A program signs in for itself. */
export function clientCredentials(asked: Asked, client: KnownClient, state: OAuthState): Answer {
  const scopes = scopesOf(asked.form.get("scope"), client);
  if (typeof scopes === "string") {
    return oauthError("invalid_scope", `The OAuth 2.0 Client is not allowed to request scope '${scopes}'.`);
  }
  const audience = audienceFault(asked.form, state);
  if (audience !== undefined) return oauthError("invalid_request", audience);
  if (!client.machine) {
    return oauthError(
      "invalid_grant",
      "The OAuth 2.0 Client is marked as public and is thus not allowed to use authorization grant 'client_credentials'.",
    );
  }
  return giveTokens(state, { clientId: client.id, scopes });
}
