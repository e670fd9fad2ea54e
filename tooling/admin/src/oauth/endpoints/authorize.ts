import { randomBytes } from "node:crypto";
import { count, type OAuthState } from "../oauth-state.js";
import { type Answer, redirect } from "./answer.js";
import { type Asked, audienceFault, scopesOf } from "./asked.js";
import { oauthError, type OAuthErrorCode, refusedSignIn } from "./oauth-error.js";

/** `GET /oauth2/authorize`: a sign-in begins, and the browser goes to the page where its person decides. */
export function authorizeEndpoint({ url }: Asked, state: OAuthState): Answer {
  count(state, "authorize");
  const asked = url.searchParams;
  const { people } = state.settings;
  if (asked.get("client_id") !== people.id) {
    return oauthError("invalid_client", "The requested OAuth 2.0 Client does not exist.");
  }
  if (asked.get("redirect_uri") !== people.redirectUri) {
    return oauthError(
      "invalid_request",
      "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
    );
  }
  const signInState = asked.get("state") ?? "";
  const refuse = (error: OAuthErrorCode, more: string) =>
    refusedSignIn(people.redirectUri, signInState, error, more);
  const scopes = scopesOf(asked.get("scope"), { ...people, machine: false });
  if (typeof scopes === "string")
    return refuse("invalid_scope", `The OAuth 2.0 Client is not allowed to request scope '${scopes}'.`);
  const audience = audienceFault(asked, state);
  if (audience !== undefined) return refuse("invalid_request", audience);
  const type = asked.get("response_type") ?? "";
  if (type.trim() === "")
    return refuse("unsupported_response_type", "`The request is missing the 'response_type' parameter.");
  if (!["code", "token"].includes(type.trim()))
    return refuse(
      "unsupported_response_type",
      `The client is not allowed to request response_type '${type}'.`,
    );
  if (Buffer.byteLength(signInState) < 8)
    return refuse(
      "invalid_state",
      "Request parameter 'state' must be at least be 8 characters long to ensure sufficient entropy.",
    );
  // Nobody looks at the challenge before the person has decided.
  const challenge = asked.get("code_challenge") ?? "";
  const isRight =
    type.trim() === "code" && asked.get("code_challenge_method") === "S256" && /^[\w-]{43}$/.test(challenge);
  const id = randomBytes(16).toString("hex");
  state.signIns.set(id, {
    redirectUri: people.redirectUri,
    state: signInState,
    scopes,
    challenge: isRight ? challenge : undefined,
  });
  return redirect(307, "/login?redirect_url=/oauth2/authorize_callback", {
    "set-cookie": `flyte_sign_in=${id}; HttpOnly; Secure`,
  });
}
