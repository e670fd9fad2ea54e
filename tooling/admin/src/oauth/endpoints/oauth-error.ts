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
  const [status, text] = described[error];
  return oauthAnswer(status, { error, error_description: more === "" ? text : `${text} ${more}` });
}
