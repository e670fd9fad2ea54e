import { randomBytes } from "node:crypto";
import { count, type OAuthState } from "../oauth-state.js";
import { type Answer, oauthAnswer } from "./answer.js";
import { type Asked, clientOf, scopesOf } from "./asked.js";
import { oauthError } from "./oauth-error.js";

/** `POST /oauth2/device`: a device without a browser gets a code for its person. */
export function deviceEndpoint(asked: Asked, state: OAuthState): Answer {
  count(state, "device");
  const client = clientOf(asked, state);
  if ("status" in client) return client;
  const scopes = scopesOf(asked.form.get("scope"), client);
  if (typeof scopes === "string") return oauthError("invalid_scope");
  const { lifetimes, deviceInterval, now } = state.settings;
  const deviceCode = randomBytes(32).toString("base64url");
  state.secrets.add(deviceCode);
  state.devices.set(deviceCode, { scopes, expiresAt: now() + lifetimes.deviceCode * 1000 });
  return oauthAnswer(200, {
    device_code: deviceCode,
    user_code: "BDWP-HQPK",
    verification_uri: `${state.issuer}/device`,
    expires_in: lifetimes.deviceCode,
    interval: deviceInterval,
  });
}
