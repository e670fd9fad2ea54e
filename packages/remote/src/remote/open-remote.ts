import { credentialsFor } from "../auth/credentials-for.js";
import type { ConnectOptions } from "../config/connect-options.js";
import { resolveConfig } from "../config/resolve-config.js";
import { openConnection } from "../connection/open-connection.js";
import { type Remote, remoteOf } from "./remote.js";

/** A cluster, from what options, environment and files say of it. */
export async function openRemote(options: ConnectOptions): Promise<Remote> {
  const { storage = [], timeout } = options;
  const storages = "schemes" in storage ? [storage] : storage;
  const config = await resolveConfig(options, process.env);
  const credentials = credentialsFor(config);
  return remoteOf(openConnection(config, { credentials, timeout }), { storages });
}
