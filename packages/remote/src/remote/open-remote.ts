import { storagesOf } from "@flytekit-ts/core/storage";
import { credentialsFor } from "../auth/credentials-for.js";
import { assertConnectOptions } from "../config/assert-connect-options.js";
import type { ConnectOptions } from "../config/connect-options.js";
import { milliseconds } from "../config/milliseconds.js";
import { resolveConfig } from "../config/resolve-config.js";
import { openConnection } from "../connection/open-connection.js";
import { type Remote, remoteOf } from "./remote.js";

/** A cluster, from what options, environment and files say of it. */
export async function openRemote(options: ConnectOptions): Promise<Remote> {
  assertConnectOptions(options);
  const { storage = [], timeout = 60_000 } = options;
  const storages = storagesOf(Array.isArray(storage) ? storage : [storage], "connect");
  const config = await resolveConfig(options, process.env);
  const credentials = credentialsFor(config);
  return remoteOf(
    openConnection(config, {
      credentials,
      timeout: milliseconds(timeout, { at: "connect", option: "timeout", least: 1 }),
    }),
    { storages },
  );
}
