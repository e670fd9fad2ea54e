import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { authorizeEndpoint } from "./endpoints/authorize.js";
import { type Answer, gatewayAnswer } from "./endpoints/answer.js";
import type { Asked } from "./endpoints/asked.js";
import { deviceEndpoint } from "./endpoints/device.js";
import { clientConfig, keys, nothing, unauthenticated, wellKnown } from "./endpoints/gateway.js";
import { decidedEndpoint, loginEndpoint } from "./endpoints/person.js";
import { tokenEndpoint } from "./endpoints/token.js";
import { callerOf, tokenHeader } from "./checks/token-fault.js";
import { type FaultyEndpoint, newState, type OAuthState } from "./oauth-state.js";
import { type OAuthOptions, settingsOf } from "./options.js";

/** What the gateway asks the services behind it, for those who speak HTTP. */
export type Gateway = Readonly<Record<string, () => Promise<unknown>>>;

/** An OAuth server that listens. */
export interface OAuth {
  /** Where it listens: `http://localhost:18388` */
  readonly url: string;
  /** What it remembers, and what tests may change: who decides what, which endpoint misbehaves. */
  readonly state: OAuthState;
  close(): Promise<void>;
}

/** Starts the OAuth server of a stand-in for flyteadmin. `gateway` has, by path, what callers with a token may read. */
export async function startOAuth(options: OAuthOptions = {}, gateway: Gateway = {}): Promise<OAuth> {
  const state = newState(settingsOf(options));
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    void respond(request, response, { state, gateway });
  };
  const server = options.tls ? createTlsServer(options.tls, handle) : createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `${options.tls ? "https" : "http"}://localhost:${port}`;
  state.issuer = options.issuer ?? url;
  return {
    url,
    state,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

interface Serving {
  readonly state: OAuthState;
  readonly gateway: Gateway;
}

async function respond(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const { method = "GET", headers } = request;
  const body = await text(request);
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers["content-type"] ?? "");
  const form = new URLSearchParams(isForm ? body : "");
  const endpoint = endpointOf(url.pathname);
  const fault = endpoint && serving.state.faults.get(endpoint);
  if (fault?.kind === "hang") return;
  if (fault?.kind === "drop") {
    request.socket.destroy();
    return;
  }
  const answer: Answer =
    fault?.kind === "answer"
      ? {
          status: fault.status,
          headers: { "content-type": fault.type ?? "application/json" },
          body: fault.body,
        }
      : await answerTo({ method, url, headers, form }, serving);
  if (fault?.kind === "late") await fault.until;
  response.writeHead(answer.status, {
    ...answer.headers,
    "content-length": Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}

function endpointOf(path: string): FaultyEndpoint | undefined {
  const endpoints: Readonly<Record<string, FaultyEndpoint>> = {
    "/oauth2/token": "token",
    "/oauth2/authorize": "authorize",
    "/oauth2/device": "device",
  };
  return endpoints[path];
}

async function answerTo(asked: Asked, { state, gateway }: Serving): Promise<Answer> {
  const { pathname } = asked.url;
  switch (pathname) {
    case "/.well-known/oauth-authorization-server":
      return wellKnown(state);
    case "/config/v1/flyte_client":
      return clientConfig(state);
    case "/healthcheck":
      return { status: 200, headers: {}, body: "" };
    case "/oauth2/jwks":
      return keys();
    case "/oauth2/token":
      return tokenEndpoint(asked, state);
    case "/oauth2/authorize":
      return authorizeEndpoint(asked, state);
    case "/oauth2/authorize_callback":
      return decidedEndpoint(asked, state);
    case "/oauth2/device":
      return state.settings.deviceFlow ? deviceEndpoint(asked, state) : nothing();
    case "/login":
      return loginEndpoint(asked, state);
    default:
      return pathname.startsWith("/api/v1/") ? await fromGateway(asked, { state, gateway }) : nothing();
  }
}

async function fromGateway({ url, headers }: Asked, { state, gateway }: Serving): Promise<Answer> {
  const header = tokenHeader((name) => headers[name]?.toString(), state);
  const caller = callerOf(header, state);
  if (typeof caller === "string") return unauthenticated(caller);
  const ask = Object.hasOwn(gateway, url.pathname) ? gateway[url.pathname] : undefined;
  return ask === undefined ? nothing() : gatewayAnswer(await ask());
}
