import { configErrors as errors } from "../errors/config-errors.js";
import { SETTINGS } from "./settings.js";

/** How callers prove who they are. */
export type AuthType = "pkce" | "client-credentials" | "device" | "command" | "none";

// Each with the names that flytekit takes, in any case.
const NAMES: Readonly<Record<AuthType, readonly string[]>> = {
  pkce: ["pkce", "standard"],
  "client-credentials": ["clientsecret", "client_credentials", "client-credentials", "basic"],
  device: ["deviceflow", "device"],
  command: ["externalcommand", "external_process", "command"],
  // Ours: nobody signs in, and no token is sent.
  none: ["none"],
};

/**
 * The way to prove who calls that a configuration names.
 *
 * @throws `CONFIG_VALUE_INVALID`
 */
export function toAuthType(given: string, source: string): AuthType {
  const name = given.trim().toLowerCase();
  const found = Object.entries(NAMES).find(([, names]) => names.includes(name));
  if (found !== undefined) return found[0] as AuthType;
  const wanted = "one of Pkce, ClientSecret, DeviceFlow, ExternalCommand and None";
  throw errors.CONFIG_VALUE_INVALID({
    name: SETTINGS.authType.name,
    source,
    wanted,
    given: JSON.stringify(given),
  });
}
