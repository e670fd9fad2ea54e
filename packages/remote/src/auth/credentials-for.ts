import type { Signal } from "@flytekit-ts/core/storage";
import type { ClusterConfig } from "../config/cluster-config.js";
import { type Credentials, noCredentials } from "../connection/credentials.js";
import { httpClient } from "../connection/http-client.js";
import type { AuthParts, OAuthParts } from "./flows/auth-parts.js";
import { behindProxy } from "./behind-proxy.js";
import { defaultParts } from "./default-parts.js";
import type { Flow } from "./flows/flow.js";
import { clientCredentials } from "./flows/client-credentials.js";
import { externalCommand } from "./flows/command.js";
import { deviceCode } from "./flows/device-code.js";
import { pkce } from "./flows/pkce.js";
import { proxyToken } from "./flows/proxy-token.js";
import { readServer } from "./oauth/read-server.js";
import type { SignInServer } from "./oauth/sign-in-server.js";
import { probesOf } from "./probe-cluster.js";
import { proxiedFetch } from "./proxied-fetch.js";
import { TokenCredentials } from "./token-credentials.js";

/**
 * What proves to a cluster who calls, by its configuration. Nothing is asked of anybody before a call was refused.
 *
 * @throws `AUTH_SETTING_MISSING`
 */
export function credentialsFor(config: ClusterConfig, parts: Partial<AuthParts> = {}): Credentials {
  const { endpoint } = config;
  const all = { ...defaultParts(config.writtenEndpoint ?? endpoint), ...parts };
  const { proxyCommand } = config.auth;
  const proxy =
    proxyCommand === undefined || proxyCommand.length === 0
      ? undefined
      : new TokenCredentials({
          endpoint,
          flow: proxyToken(proxyCommand, all),
          parts: { ...all, store: nowhere },
        });
  const flow = flowFor(oauthParts(config, all, proxy ?? noCredentials));
  const stored = flow?.refresh === undefined ? { ...all, store: nowhere } : all;
  const probes = probesOf(config);
  const { isRefused } = probes;
  const cluster =
    flow === undefined ? noCredentials : new TokenCredentials({ endpoint, flow, parts: stored, isRefused });
  return proxy === undefined ? cluster : behindProxy({ proxy, cluster, ...probes });
}

// What is got without a person is got anew by each process.
const nowhere: AuthParts["store"] = Object.freeze({
  load: async () => undefined,
  save: async () => {},
  remove: async () => {},
});

function flowFor(parts: OAuthParts): Flow | undefined {
  switch (parts.config.auth.type) {
    case "pkce":
      return pkce(parts);
    case "client-credentials":
      return clientCredentials(parts);
    case "device":
      return deviceCode(parts);
    case "command":
      return externalCommand(parts);
    case "none":
      return undefined;
  }
}

function oauthParts(config: ClusterConfig, parts: AuthParts, proxy: Credentials): OAuthParts {
  let known: SignInServer | undefined;
  return {
    ...parts,
    config,
    knownServer: () => known,
    server: async (signal: Signal) => (known ??= await readServer(config, proxy, signal)),
    withHttp: async (act) => {
      const http = httpClient(config);
      try {
        return await act(proxiedFetch(http.fetch, proxy));
      } finally {
        await http.close();
      }
    },
  };
}
