import { authorizationCode } from "../grants/authorization-code.js";
import { clientCredentials } from "../grants/client-credentials.js";
import { deviceCode } from "../grants/device-code.js";
import { refreshToken } from "../grants/refresh-token.js";
import { count, type OAuthState } from "../oauth-state.js";
import type { Answer } from "./answer.js";
import { type Asked, clientOf, type KnownClient } from "./asked.js";
import { oauthError } from "./oauth-error.js";

const grants: Readonly<Record<string, (asked: Asked, client: KnownClient, state: OAuthState) => Answer>> = {
  client_credentials: clientCredentials,
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  "urn:ietf:params:oauth:grant-type:device_code": deviceCode,
};

/** `POST /oauth2/token` */
export function tokenEndpoint(asked: Asked, state: OAuthState): Answer {
  const type = asked.form.get("grant_type") ?? "";
  count(state, `token ${type}`);
  if (asked.method !== "POST") return oauthError("invalid_request");
  const client = clientOf(asked, state);
  if (client === undefined) return oauthError("invalid_client");
  const grant = Object.hasOwn(grants, type) ? grants[type] : undefined;
  return grant === undefined ? oauthError("invalid_request") : grant(asked, client, state);
}
