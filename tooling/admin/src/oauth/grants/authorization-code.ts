import { createHash } from "node:crypto";
import type { Answer } from "../endpoints/answer.js";
import type { Asked, KnownClient } from "../endpoints/asked.js";
import { oauthError } from "../endpoints/oauth-error.js";
import type { OAuthState } from "../oauth-state.js";
import { giveTokens } from "./give-tokens.js";

/** A code from a sign-in is exchanged, once, by whoever began the sign-in. */
export function authorizationCode({ form }: Asked, client: KnownClient, state: OAuthState): Answer {
  if (client.machine)
    return oauthError(
      "unauthorized_client",
      "The OAuth 2.0 Client is not allowed to use authorization grant 'authorization_code'.",
    );
  const code = form.get("code") ?? "";
  const verifier = form.get("code_verifier") ?? "";
  state.secrets.add(code).add(verifier);
  const issued = state.codes.look(code, state.settings.now());
  if (issued === "unknown") return oauthError("server_error");
  if (issued === "over") return oauthError("invalid_grant");
  state.codes.end(code);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const matches =
    issued.clientId === client.id &&
    issued.challenge === challenge &&
    issued.redirectUri === form.get("redirect_uri");
  if (!matches) return oauthError("invalid_grant");
  return giveTokens(state, issued);
}
