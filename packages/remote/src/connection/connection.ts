import type {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import type { ClusterConfig } from "../config/cluster-config.js";
import type { HttpClient } from "./http-client.js";
import type { UnaryCalls } from "./unary-calls.js";

/**
 * A cluster as its services. Each call tries again where a repeat is safe, ends at its deadline, carries the caller's
 * token, and fails with the errors of this package.
 */
export interface Connection {
  readonly config: ClusterConfig;
  readonly admin: UnaryCalls<AdminServiceDefinition>;
  readonly signals: UnaryCalls<SignalServiceDefinition>;
  readonly dataProxy: UnaryCalls<DataProxyServiceDefinition>;
  readonly identity: UnaryCalls<IdentityServiceDefinition>;
  /** HTTP requests, such as those to signed links, through the proxy and with the authorities of the configuration. */
  readonly fetch: HttpClient["fetch"];
  /** Ends the connection. Calls that are under way fail. */
  close(): Promise<void>;
}
