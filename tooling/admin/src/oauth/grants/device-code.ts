import type { Answer } from "../endpoints/answer.js";
import type { Asked, KnownClient } from "../endpoints/asked.js";
import { oauthError } from "../endpoints/oauth-error.js";
import type { DeviceAnswer, OAuthState } from "../oauth-state.js";
import { giveTokens } from "./give-tokens.js";

/** A device asks whether its person has approved. */
export function deviceCode({ form }: Asked, client: KnownClient, state: OAuthState): Answer {
  const code = form.get("device_code") ?? "";
  const device = state.devices.get(code);
  if (device === undefined) return oauthError("invalid_grant");
  if (device.expiresAt <= state.settings.now()) return oauthError("expired_token");
  const answer = nextAnswer(state);
  if (answer !== "approve") return oauthError(answer);
  state.devices.delete(code);
  return giveTokens(state, { clientId: client.id, scopes: device.scopes, person: "ada" });
}

function nextAnswer(state: OAuthState): DeviceAnswer {
  const [next = "approve", ...rest] = state.deviceAnswers;
  if (rest.length > 0) state.deviceAnswers = rest;
  return next;
}
