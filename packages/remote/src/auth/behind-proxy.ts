import type { Signal } from "@flytekit-ts/core/storage";
import type { Credentials, Headers } from "../connection/credentials.js";
import type { Probe } from "./flows/probe.js";

/** A cluster behind a proxy that wants a token of its own. */
export interface BehindProxy {
  readonly proxy: Credentials;
  readonly cluster: Credentials;
  /** Asks what everyone may ask of the cluster: only the proxy can refuse. */
  readonly isStoppedByProxy: Probe;
  /** Asks what only callers whom the cluster knows may ask. */
  readonly isRefused: Probe;
}

/**
 * Proof for a proxy and for the cluster behind it. Who of them refused a call is not in the answer, and a person is not to sign
 * in anew because the proxy's token is over: so it is asked.
 */
export function behindProxy({ proxy, cluster, isStoppedByProxy, isRefused }: BehindProxy): Credentials {
  const headers = async (signal: Signal | undefined): Promise<Headers> => ({
    ...(await cluster.headers(signal)),
    ...(await proxy.headers(signal)),
  });
  return {
    headers,
    renew: async (refused, signal, isSure) => {
      const shown = await proxy.headers(signal);
      if (!(await isStoppedByProxy(shown, signal))) {
        return cluster.renew(refused, signal, isSure);
      }
      if (!(await proxy.renew(shown, signal))) return false;
      if (await isRefused(await headers(signal), signal)) await cluster.renew(refused, signal);
      return true;
    },
  };
}
