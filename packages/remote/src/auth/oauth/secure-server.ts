import type { ClusterConfig } from "../../config/cluster-config.js";
import { authErrors as errors } from "../../errors/auth-errors.js";
import { withoutQuery } from "../../connection/without-query.js";
import type { SignInServer } from "./sign-in-server.js";

/**
 * Refuses addresses of a server that this flow cannot use, before anything secret is sent there.
 *
 * @throws `AUTH_UNSUPPORTED` where one is missing or no address, `AUTH_ENDPOINT_INSECURE`
 */
export function assertUsable(
  server: SignInServer,
  { endpoint, insecure }: ClusterConfig,
  needed: readonly ("authorizationEndpoint" | "deviceEndpoint" | "tokenEndpoint")[],
): void {
  for (const name of needed) {
    const url = URL.canParse(server[name]) ? new URL(server[name]) : undefined;
    if (server[name] === "") {
      throw errors.AUTH_UNSUPPORTED({ endpoint, problem: `it names no ${WORDS[name]}` });
    }
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      const problem = `its ${WORDS[name]}, ${withoutQuery(server[name])}, is no address of a web server`;
      throw errors.AUTH_UNSUPPORTED({ endpoint, problem });
    }
    if (url.protocol === "http:" && !insecure && !isLoopback(url.hostname)) {
      throw errors.AUTH_ENDPOINT_INSECURE({ endpoint, url: withoutQuery(server[name]) });
    }
  }
}

const WORDS = Object.freeze({
  authorizationEndpoint: "page to sign in at",
  deviceEndpoint: "address for device codes",
  tokenEndpoint: "address for tokens",
});

/** Whether a host is this machine, whatever the network. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
