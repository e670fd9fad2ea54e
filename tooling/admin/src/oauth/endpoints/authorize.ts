import { randomBytes } from "node:crypto";
import { count, type OAuthState } from "../oauth-state.js";
import { type Answer, redirect } from "./answer.js";
import { type Asked, scopesOf } from "./asked.js";
import { oauthError } from "./oauth-error.js";

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
  const challenge = asked.get("code_challenge") ?? "";
  const scopes = scopesOf(asked.get("scope"), { ...people, machine: false });
  const signInState = asked.get("state") ?? "";
  if (typeof scopes === "string") return refused(people.redirectUri, signInState, "invalid_scope");
  const right =
    asked.get("response_type") === "code" &&
    asked.get("code_challenge_method") === "S256" &&
    /^[\w-]{43}$/.test(challenge) &&
    signInState.length >= 8;
  if (!right) return refused(people.redirectUri, signInState, "invalid_request");
  const id = randomBytes(16).toString("hex");
  state.signIns.set(id, { redirectUri: people.redirectUri, state: signInState, scopes, challenge });
  return redirect(307, "/login?redirect_url=/oauth2/authorize_callback", {
    "set-cookie": `flyte_sign_in=${id}; HttpOnly; Secure`,
  });
}

function refused(redirectUri: string, state: string, error: string): Answer {
  return redirect(303, `${redirectUri}?${new URLSearchParams({ error, state }).toString()}`);
}
