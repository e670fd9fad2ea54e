import type {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import type { ClusterConfig } from "../config/cluster-config.js";
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
  /** Ends the connection. Calls that are under way fail. */
  close(): void;
}
