import { type Signal, timeLimit } from "@flytekit-ts/core/storage";
import {
  allowInsecureRequests,
  type AuthorizationServer,
  type Client,
  customFetch,
  type CustomFetchOptions,
} from "oauth4webapi";
import type { HttpClient } from "../../connection/http-client.js";
import { conformAnswer } from "./conform-answer.js";
import type { SignInServer } from "./sign-in-server.js";

/** What the functions of the OAuth library take, for one server and one signal. */
export interface OAuthClient {
  readonly as: AuthorizationServer;
  readonly client: Client;
  readonly options: {
    readonly [allowInsecureRequests]: true;
    readonly [customFetch]: (
      url: string,
      options: CustomFetchOptions<"POST", URLSearchParams>,
    ) => Promise<Response>;
  };
  /** The ID tokens of answers, which the library does not get to see: nobody here uses what they say. */
  readonly idTokens: WeakMap<Response, string>;
  /** What was sent that nobody else may see: a server may repeat it in its words. */
  readonly secrets: Set<string>;
}

const SECRET_FIELDS = Object.freeze(["code", "code_verifier", "refresh_token", "device_code"]);

/** How requests are sent. */
export interface Sending {
  readonly fetch: HttpClient["fetch"];
  readonly signal: Signal;
  /** How long the head of an answer may take, and the rest of it once more, in milliseconds. */
  readonly requestTime: number;
}

/** Requests to an authorization server. */
export function oauthClient(server: SignInServer, { fetch, signal, requestTime }: Sending): OAuthClient {
  const idTokens = new WeakMap<Response, string>();
  const secrets = new Set<string>();
  const send = async (
    url: string,
    { method, headers, body }: CustomFetchOptions<"POST", URLSearchParams>,
  ): Promise<Response> => {
    for (const name of SECRET_FIELDS) secrets.add(body.get(name) ?? "");
    const limit = timeLimit(2 * requestTime, signal);
    try {
      const answer = await fetch(url, {
        method,
        headers: { ...headers, accept: "application/json", "cache-control": "no-cache" },
        body: body.toString(),
        signal: limit.signal,
        timeout: requestTime,
      });
      const { response, idToken } = await conformAnswer(url, answer);
      if (idToken !== undefined) idTokens.set(response, idToken);
      return response;
    } finally {
      limit.clear();
    }
  };
  return {
    as: {
      issuer: server.issuer === "" ? server.tokenEndpoint : server.issuer,
      authorization_endpoint: server.authorizationEndpoint,
      token_endpoint: server.tokenEndpoint,
      device_authorization_endpoint: server.deviceEndpoint,
    },
    client: { client_id: server.clientId },
    // Whether an address without TLS is taken is decided where the server is read.
    options: { [allowInsecureRequests]: true, [customFetch]: send },
    idTokens,
    secrets,
  };
}
