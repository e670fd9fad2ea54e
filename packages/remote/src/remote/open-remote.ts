import { storagesOf } from "@flytekit-ts/core/storage";
import { defaultParts } from "../auth/default-parts.js";
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
  const { env = process.env, onNotice, interactive } = options;
  const config = await resolveConfig(options, env);
  const credentials = credentialsFor(
    config,
    defaultParts(config.writtenEndpoint ?? config.endpoint, { env, onNotice, interactive }),
  );
  return remoteOf(
    openConnection(config, {
      credentials,
      timeout: milliseconds(timeout, { at: "connect", option: "timeout", least: 1 }),
    }),
    { storages },
  );
}
