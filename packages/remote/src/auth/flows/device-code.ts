import type { Signal } from "@flytekit-ts/core/storage";
import {
  deviceAuthorizationRequest,
  type DeviceAuthorizationResponse,
  deviceCodeGrantRequest,
  None,
  processDeviceAuthorizationResponse,
  processDeviceCodeResponse,
} from "oauth4webapi";
import { authErrors as errors } from "../../errors/auth-errors.js";
import { connectionErrors } from "../../errors/connection-errors.js";
import type { OAuthParts } from "./auth-parts.js";
import type { Flow } from "./flow.js";
import { askTokens, oauthFailure } from "../oauth/ask-tokens.js";
import { type OAuthClient, oauthClient } from "../oauth/oauth-client.js";
import { assertUsable } from "../oauth/secure-server.js";
import type { Tokens } from "../tokens/tokens.js";
import { refreshing } from "./refresh.js";

/** A person approves in a browser on any machine, by a code that is shown here. */
export function deviceCode(parts: OAuthParts): Flow {
  return {
    header: () => parts.knownServer()?.header ?? "authorization",
    refresh: refreshing(parts),
    signIn: async (signal) => {
      const server = await parts.server(signal);
      assertUsable(server, parts.config, ["deviceEndpoint", "tokenEndpoint"]);
      return parts.withHttp(async (fetch) => {
        const oauth = oauthClient(server, { fetch, signal, requestTime: parts.requestTime });
        const asked = {
          scope: server.scope,
          ...(server.audience === "" ? {} : { audience: server.audience }),
        };
        const device = await begin(oauth, asked);
        const { endpoint } = parts.config;
        parts.say(
          `To sign in to ${endpoint}, open ${pageOf(device)} and check that it shows ${device.user_code}.`,
        );
        return poll(parts, { oauth, device, signal });
      });
    },
  };
}

async function begin(
  oauth: OAuthClient,
  asked: Record<string, string>,
): Promise<DeviceAuthorizationResponse> {
  const { as, client, options, secrets } = oauth;
  try {
    const response = await deviceAuthorizationRequest(as, client, None(), asked, options);
    return await processDeviceAuthorizationResponse(as, client, response);
  } catch (error) {
    throw oauthFailure(error, as.device_authorization_endpoint ?? "", secrets);
  }
}

function pageOf({
  verification_uri,
  verification_uri_complete,
  user_code,
}: DeviceAuthorizationResponse): string {
  return verification_uri_complete ?? `${verification_uri}?${new URLSearchParams({ user_code }).toString()}`;
}

interface Polling {
  readonly oauth: OAuthClient;
  readonly device: DeviceAuthorizationResponse;
  readonly signal: Signal;
}

async function poll(parts: OAuthParts, { oauth, device, signal }: Polling): Promise<Tokens> {
  const { endpoint } = parts.config;
  const { device_code, expires_in: seconds } = device;
  const end = parts.now() + seconds * 1000;
  let interval = (device.interval ?? 5) * 1000;
  let failure: Failure | undefined;
  for (;;) {
    if (parts.now() + interval > end) throw failure ?? errors.SIGN_IN_TIMED_OUT({ endpoint, seconds });
    await parts.wait(interval, signal);
    try {
      return await ask(parts, oauth, device_code);
    } catch (error) {
      failure = undefined;
      if (isPassing(error)) {
        failure = error;
        interval *= 2;
      } else if (nextStep(error, { endpoint, seconds }) === "slower") interval += 5000;
    }
  }
}

type Failure = ReturnType<typeof errors.AUTH_SERVER_FAILED | typeof connectionErrors.HTTP_FAILED>;

// The code stays valid while the server cannot be reached.
function isPassing(error: unknown): error is Failure {
  return errors.AUTH_SERVER_FAILED.is(error) || connectionErrors.HTTP_FAILED.is(error);
}

function nextStep(error: unknown, at: { endpoint: string; seconds: number }): "again" | "slower" {
  if (!errors.AUTH_REFUSED.is(error)) throw error;
  const { error: word, said } = error.params;
  if (word === "access_denied") throw errors.SIGN_IN_DENIED({ endpoint: at.endpoint, error: word, said });
  if (word === "expired_token") throw errors.SIGN_IN_TIMED_OUT(at);
  if (word === "slow_down") return "slower";
  if (word === "authorization_pending") return "again";
  throw error;
}

async function ask({ now }: OAuthParts, oauth: OAuthClient, code: string): Promise<Tokens> {
  const { as, client, options } = oauth;
  return askTokens({
    oauth,
    now,
    send: async () => deviceCodeGrantRequest(as, client, None(), code, options),
    read: async (response) => processDeviceCodeResponse(as, client, response),
  });
}
