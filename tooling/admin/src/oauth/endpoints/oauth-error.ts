import { type Answer, oauthAnswer } from "./answer.js";

const described = {
  invalid_client: [
    401,
    "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).",
  ],
  invalid_request: [
    400,
    "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Make sure that the various parameters are correct, be aware of case sensitivity and trim your parameters. Make sure that the client you are using has exactly whitelisted the redirect_uri you specified.",
  ],
  invalid_scope: [400, "The requested scope is invalid, unknown, or malformed."],
  invalid_grant: [
    400,
    "The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
  ],
  unauthorized_client: [400, "The client is not authorized to request a token using this method."],
  unsupported_response_type: [
    400,
    "The authorization server does not support obtaining a token using this method.",
  ],
  invalid_state: [
    400,
    "The state is missing or does not have enough characters and is therefore considered too weak.",
  ],
  server_error: [
    500,
    "The authorization server encountered an unexpected condition that prevented it from fulfilling the request.",
  ],
  authorization_pending: [
    400,
    "The authorization request is still pending as the end user hasn't yet completed it.",
  ],
  slow_down: [400, "The authorization request is still pending, and polling should be slower."],
  access_denied: [400, "The resource owner or authorization server denied the request."],
  expired_token: [400, "The device code has expired."],
} as const;

/** The kinds of refusals. */
export type OAuthErrorCode = keyof typeof described;

/** A refusal in the words of flyteadmin's authorization server. */
export function oauthError(error: OAuthErrorCode, more = ""): Answer {
  return oauthAnswer(described[error][0], { error, error_description: textOf(error, more) });
}

/** The way back to a client whose sign-in is refused. */
export function refusedSignIn(redirectUri: string, state: string, error: OAuthErrorCode, more = ""): Answer {
  const query = new URLSearchParams({ error, error_description: textOf(error, more), state });
  const headers = { location: `${redirectUri}?${query.toString()}`, "cache-control": "no-store" };
  return { status: 303, headers: { ...headers, pragma: "no-cache" }, body: "" };
}

function textOf(error: OAuthErrorCode, more: string): string {
  const text = described[error][1];
  return more === "" ? text : `${text} ${more}`;
}
