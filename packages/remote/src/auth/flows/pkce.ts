import type { Signal } from "@flytekit-ts/core/storage";
import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
} from "oauth4webapi";
import { authErrors as errors } from "../../errors/auth-errors.js";
import type { OAuthParts } from "./auth-parts.js";
import type { Flow } from "./flow.js";
import { askTokens } from "../oauth/ask-tokens.js";
import { oauthClient } from "../oauth/oauth-client.js";
import { assertUsable, isLoopback } from "../oauth/secure-server.js";
import type { SignInServer } from "../oauth/sign-in-server.js";
import type { Tokens } from "../tokens/tokens.js";
import { answerOfBrowser } from "./answer-of-browser.js";
import { refreshing } from "./refresh.js";

/** A person signs in in a browser on this machine. */
export function pkce(parts: OAuthParts): Flow {
  return {
    header: () => parts.knownServer()?.header ?? "authorization",
    refresh: refreshing(parts),
    signIn: async (signal) => {
      const server = await parts.server(signal);
      assertUsable(server, parts.config, ["authorizationEndpoint", "tokenEndpoint"]);
      assertReturns(server, parts.config.endpoint);
      return throughBrowser(parts, server, signal);
    },
  };
}

function assertReturns({ redirectUri }: SignInServer, endpoint: string): void {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (url?.protocol === "http:" && isLoopback(url.hostname)) return;
  const problem = `its browsers return to ${redirectUri === "" ? "no address" : redirectUri}, which is not on this machine`;
  throw errors.AUTH_UNSUPPORTED({ endpoint, problem });
}

async function throughBrowser(parts: OAuthParts, server: SignInServer, signal: Signal): Promise<Tokens> {
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  // flyteadmin wants these again when the code is exchanged; other servers do not look at them.
  const asked = {
    response_type: "code",
    scope: server.scope,
    state,
    ...(server.audience === "" ? {} : { audience: server.audience }),
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  const page = new URL(server.authorizationEndpoint);
  const who = { client_id: server.clientId, redirect_uri: server.redirectUri };
  for (const [name, value] of Object.entries({ ...who, ...asked })) page.searchParams.set(name, value);
  return parts.withHttp(async (fetch) => {
    const oauth = oauthClient(server, { fetch, signal, requestTime: parts.requestTime });
    const { as, client, options } = oauth;
    const answer = await answerOfBrowser(parts, { oauth, page: page.href, state, signal });
    return askTokens({
      oauth,
      now: parts.now,
      send: async () =>
        authorizationCodeGrantRequest(as, client, None(), answer, server.redirectUri, verifier, {
          ...options,
          additionalParameters: asked,
        }),
      read: async (response) => processAuthorizationCodeResponse(as, client, response),
    });
  });
}
