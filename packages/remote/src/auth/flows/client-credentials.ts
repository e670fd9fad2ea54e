import {
  type ClientAuth,
  clientCredentialsGrantRequest,
  processClientCredentialsResponse,
} from "oauth4webapi";
import { authErrors as errors } from "../../errors/auth-errors.js";
import type { OAuthParts } from "./auth-parts.js";
import type { Flow } from "./flow.js";
import { askTokens } from "../oauth/ask-tokens.js";
import { oauthClient } from "../oauth/oauth-client.js";
import { assertUsable } from "../oauth/secure-server.js";
import { basicHeader } from "./basic-header.js";

/**
 * A program shows its id and secret. Nobody has to be there, so nothing is stored.
 *
 * @throws `AUTH_SETTING_MISSING`
 */
export function clientCredentials(parts: OAuthParts): Flow {
  const { clientId, clientSecret } = parts.config.auth;
  const missing = clientId === undefined ? "clientId" : "clientSecretLocation";
  if (clientId === undefined || clientSecret === undefined) {
    throw errors.AUTH_SETTING_MISSING({ type: "ClientSecret", setting: missing });
  }
  return {
    header: () => parts.knownServer()?.header ?? "authorization",
    signIn: async (signal) => {
      const server = await parts.server(signal);
      assertUsable(server, parts.config, ["tokenEndpoint"]);
      const asked = {
        ...(server.scope === "" ? {} : { scope: server.scope }),
        ...(server.audience === "" ? {} : { audience: server.audience }),
      };
      return parts.withHttp(async (fetch) => {
        const oauth = oauthClient(server, { fetch, signal, requestTime: parts.requestTime });
        const { as, client, options, secrets } = oauth;
        const showing: ClientAuth = (_server, _client, _body, headers) => {
          const secret = clientSecret();
          const header = basicHeader(clientId, secret);
          for (const each of [secret, header, header.slice("Basic ".length)]) secrets.add(each);
          headers.set("authorization", header);
        };
        return askTokens({
          oauth,
          now: parts.now,
          send: async () => clientCredentialsGrantRequest(as, client, showing, asked, options),
          read: async (response) => processClientCredentialsResponse(as, client, response),
        });
      });
    },
  };
}
