import { authorizationCode } from "../grants/authorization-code.js";
import { clientCredentials } from "../grants/client-credentials.js";
import { deviceCode } from "../grants/device-code.js";
import { refreshToken } from "../grants/refresh-token.js";
import { count, type OAuthState } from "../oauth-state.js";
import type { Answer } from "./answer.js";
import { type Asked, clientOf, type KnownClient } from "./asked.js";
import { oauthError } from "./oauth-error.js";

const DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

const grants: Readonly<Record<string, (asked: Asked, client: KnownClient, state: OAuthState) => Answer>> = {
  client_credentials: clientCredentials,
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  [DEVICE]: deviceCode,
};

/** `POST /oauth2/token` */
export function tokenEndpoint(asked: Asked, state: OAuthState): Answer {
  const type = asked.form.get("grant_type") ?? "";
  count(state, `token ${type}`);
  const malformed = malformation(asked, type);
  if (malformed !== undefined) return oauthError("invalid_request", malformed);
  // Before anybody looks who asks.
  const isOffered = Object.hasOwn(grants, type) && (type !== DEVICE || state.settings.deviceFlow);
  const grant = isOffered ? grants[type] : undefined;
  if (grant === undefined) return oauthError("invalid_request");
  const client = clientOf(asked, state);
  return "status" in client ? client : grant(asked, client, state);
}

function malformation({ method, form }: Asked, type: string): string | undefined {
  if (method !== "POST") return `HTTP method is '${method}', expected 'POST'.`;
  if (form.size === 0) return "The POST body can not be empty.";
  return type.trim() === "" ? "Request parameter 'grant_type' is missing" : undefined;
}
