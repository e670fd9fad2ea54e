import type { ClusterConfig } from "./cluster-config.js";
import { findConfigFile } from "./config-file.js";
import type { ConnectOptions } from "./connect-options.js";
import type { Environment } from "./environment.js";
import { lookUpIn } from "./look-up.js";
import { pickInto } from "./pick-setting.js";
import { resolveAuth } from "./resolve-auth.js";
import { SETTINGS } from "./settings.js";
import { toEndpoint } from "./to-endpoint.js";

/** Where the sandbox of flytectl listens, which is meant where nothing says otherwise. */
const SANDBOX = "localhost:30080";

/**
 * The one form of what options, environment and files say, the first of them that says anything. Without any it is the
 * sandbox on this machine.
 *
 * @throws `CONFIG_FILE_INVALID`, `CONFIG_VALUE_INVALID`
 */
export async function resolveConfig(options: ConnectOptions, env: Environment): Promise<ClusterConfig> {
  const file = await findConfigFile(options.config, { env, cwd: options.cwd });
  const lookUp = lookUpIn(env, file);
  const sources = new Map<string, string>();
  const pick = pickInto(sources);
  const text = (name: keyof typeof SETTINGS, given: string | undefined): string | undefined =>
    pick(name, given, () => lookUp.text(SETTINGS[name]));
  const named = text("endpoint", options.endpoint);
  const { address, insecure } = toEndpoint(named ?? SANDBOX, sources.get("endpoint") ?? "the sandbox");
  const isSandbox = named === undefined && file === undefined;
  return {
    endpoint: address,
    writtenEndpoint: named?.trim().replace(/^dns:\/\/\//, ""),
    insecure:
      pick("insecure", options.insecure, () => lookUp.boolean(SETTINGS.insecure)) ?? insecure ?? isSandbox,
    insecureSkipVerify:
      pick("insecureSkipVerify", options.insecureSkipVerify, () =>
        lookUp.boolean(SETTINGS.insecureSkipVerify),
      ) ?? false,
    caCertFile: text("caCertFile", options.caCertFile),
    consoleEndpoint: text("consoleEndpoint", options.consoleEndpoint),
    httpProxy: text("httpProxy", options.httpProxy),
    auth: resolveAuth(options.auth ?? {}, env, { lookUp, pick }),
    project: text("project", options.project),
    domain: text("domain", options.domain),
    sources,
  };
}
