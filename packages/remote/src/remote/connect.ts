import type { ConnectOptions } from "../config/connect-options.js";
import type { Remote } from "./remote.js";

/**
 * Connects to a cluster. Nothing is sent before the first call.
 *
 * @throws `CONFIG_FILE_INVALID`, `CONFIG_VALUE_INVALID`, `AUTH_SETTING_MISSING`
 * @example
 * const remote = await connect({ endpoint: "flyte.example.com:443", project: "orchard", domain: "development" });
 */
export async function connect(options: ConnectOptions = {}): Promise<Remote> {
  // A program that imports this package to connect later, or never, waits neither for gRPC nor for Flyte's messages.
  const { openRemote } = await import("./open-remote.js");
  return openRemote(options);
}
