import { count, type OAuthState, type PendingSignIn } from "../oauth-state.js";
import { type Answer, page, redirect } from "./answer.js";
import type { Asked } from "./asked.js";
import { oauthError, refusedSignIn } from "./oauth-error.js";

/** `GET /login`: the person decides, as the script says. */
export function loginEndpoint({ url }: Asked, state: OAuthState): Answer {
  count(state, "login");
  if (state.person === "never") return page(200, "Who are you?");
  return redirect(303, url.searchParams.get("redirect_url") ?? "/");
}

/** `GET /oauth2/authorize_callback`: the browser is sent back to the client with what the person decided. */
export function decidedEndpoint({ headers }: Asked, state: OAuthState): Answer {
  const id = /flyte_sign_in=(\w+)/.exec(String(headers["cookie"]))?.[1] ?? "";
  const signIn = state.signIns.get(id);
  if (signIn === undefined) return oauthError("invalid_request");
  state.signIns.delete(id);
  if (signIn.challenge === undefined)
    return refusedSignIn(signIn.redirectUri, signIn.state, "invalid_request");
  const answer = new URLSearchParams(decision({ ...signIn, challenge: signIn.challenge }, state));
  if (state.settings.namesIssuer) answer.set("iss", state.issuer);
  if (state.person === "wrong-issuer") answer.set("iss", "https://elsewhere.example.com");
  return redirect(303, `${signIn.redirectUri}?${answer.toString()}`);
}

function decision(
  signIn: PendingSignIn & { readonly challenge: string },
  state: OAuthState,
): Record<string, string> {
  const { state: signInState, scopes, challenge, redirectUri } = signIn;
  if (state.person === "deny") {
    return { error: "access_denied", error_description: "The person said no.", state: signInState };
  }
  const { people, now, lifetimes } = state.settings;
  const code = state.codes.give({
    clientId: people.id,
    scopes,
    person: "ada",
    expiresAt: now() + lifetimes.code * 1000,
    challenge,
    redirectUri,
  });
  state.secrets.add(code);
  const wrong = state.person === "wrong-state";
  return { code, scope: scopes.join(" "), state: wrong ? `${signInState}x` : signInState };
}
