import type { Signal } from "@flytekit-ts/core/storage";
import { AuthMetadataServiceDefinition } from "@flytekit-ts/models/service";
import type { ClusterConfig } from "../../config/cluster-config.js";
import type { Credentials } from "../../connection/credentials.js";
import { unaryCalls } from "../../connection/make-calls.js";
import { openClients } from "../../connection/open-clients.js";
import type { SignInServer } from "./sign-in-server.js";

const RETRIES = Object.freeze({ retries: 3, throttledRetries: 3, backoff: 300 });

/** Asks a cluster, which answers everyone, where to sign in. What the configuration says wins. */
export async function readServer(
  config: ClusterConfig,
  proxy: Credentials,
  signal: Signal,
): Promise<SignInServer> {
  const { endpoint, auth } = config;
  // Clients of its own: this is asked once, before those of the calls have proof of who calls.
  const clients = openClients(config);
  const line = { clients, endpoint, credentials: proxy, timeout: 30_000, retries: RETRIES };
  try {
    const service = unaryCalls(AuthMetadataServiceDefinition, line);
    const options = { signal, repeatable: true };
    const [client, server] = await Promise.all([
      service.getPublicClientConfig({}, options),
      service.getOAuth2Metadata({}, options),
    ]);
    return {
      issuer: server.issuer,
      authorizationEndpoint: server.authorizationEndpoint,
      tokenEndpoint: server.tokenEndpoint,
      deviceEndpoint: server.deviceAuthorizationEndpoint,
      clientId: auth.clientId ?? client.clientId,
      redirectUri: client.redirectUri,
      scope: scopeOf(auth.scopes === undefined || auth.scopes.length === 0 ? client.scopes : auth.scopes),
      audience: auth.audience ?? client.audience,
      header: client.authorizationMetadataKey.toLowerCase() || "authorization",
    };
  } finally {
    clients.close();
  }
}

// Scopes from files may come with what a list is written with: `['all'`, `'offline']`.
function scopeOf(scopes: readonly string[]): string {
  return scopes
    .map((scope) => scope.replace(/^[' ]+|[' ]+$/g, ""))
    .join(" ")
    .replace(/^[[\]']+|[[\]']+$/g, "");
}
