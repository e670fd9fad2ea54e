import type { Signal } from "@flytekit-ts/core/storage";
import { None, processRefreshTokenResponse, refreshTokenGrantRequest } from "oauth4webapi";
import type { OAuthParts } from "./auth-parts.js";
import { askTokens } from "../oauth/ask-tokens.js";
import { oauthClient } from "../oauth/oauth-client.js";
import { assertUsable } from "../oauth/secure-server.js";
import type { Tokens } from "../tokens/tokens.js";

/**
 * New tokens for a refresh token. A server that gives no new refresh token means the old one to be kept.
 *
 * @throws `AUTH_REFUSED` where it is over, and the errors of requests
 */
export function refreshing(parts: OAuthParts): (refreshToken: string, signal: Signal) => Promise<Tokens> {
  return async (refreshToken, signal) => {
    const server = await parts.server(signal);
    assertUsable(server, parts.config, ["tokenEndpoint"]);
    const tokens = await parts.withHttp(async (fetch) => {
      const oauth = oauthClient(server, { fetch, signal, requestTime: parts.requestTime });
      const { as, client, options } = oauth;
      return askTokens({
        oauth,
        now: parts.now,
        send: async () => refreshTokenGrantRequest(as, client, None(), refreshToken, options),
        read: async (response) => processRefreshTokenResponse(as, client, response),
      });
    });
    return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
  };
}
