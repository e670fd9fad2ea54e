import { resolve } from "node:path";
import type { ConnectOptions, Remote } from "@flytekit-ts/remote";
import type { Cli } from "../command/cli.js";
import type { Project } from "../config/project.js";
import type { ClusterValues } from "./cluster-options.js";

/** Where things are on a cluster if nothing says it: as for pyflyte. */
const USUAL = { project: "flytesnacks", domain: "development" } as const;

/** A cluster, and where each of its settings is from, in words. */
export interface Cluster {
  readonly remote: Remote;
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * The cluster that a command speaks to: by its options, the environment, the profile, `flyte.config.ts`, and Flyte's own
 * configuration files, in this order. Nothing is sent before the first call. Whoever asks for it closes it.
 *
 * @throws `CONFIG_FILE_INVALID`, `CONFIG_VALUE_INVALID`, `AUTH_SETTING_MISSING`
 */
export async function connectTo(cli: Cli, given: ClusterValues = {}): Promise<Remote> {
  return (await openCluster(cli, given)).remote;
}

/** The same, with where its settings are from. */
export async function openCluster(
  cli: Cli,
  given: ClusterValues = {},
  more: Pick<ConnectOptions, "interactive"> = {},
): Promise<Cluster> {
  const [{ connect }, project] = await Promise.all([import("@flytekit-ts/remote"), cli.project()]);
  const options = { ...optionsOf(cli, project, given), ...more };
  const remote = await connect(options);
  const sources = sourcesOf(remote.config.sources, project, given);
  const { project: named = USUAL.project, domain = USUAL.domain } = remote.config;
  if (remote.config.project !== undefined && remote.config.domain !== undefined) return { remote, sources };
  await remote.close();
  return { remote: await connect({ ...options, project: named, domain }), sources };
}

function optionsOf(cli: Cli, { settings }: Project, given: ClusterValues): ConnectOptions {
  const { host, out } = cli;
  const { cluster = {}, storage, project, domain } = settings;
  const file = given["cluster-config"];
  return {
    ...cluster,
    ...{ project, domain, storage },
    config: file === undefined ? cluster.config : resolve(host.cwd, file),
    endpoint: given.endpoint ?? cluster.endpoint,
    insecure: given.insecure ?? (given.endpoint === undefined ? cluster.insecure : undefined),
    env: host.env,
    cwd: host.cwd,
    // Not a note: whoever has to sign in has to know it, also with `--quiet` and `--json`.
    onNotice: out.warn,
  };
}

// What `connect` calls its options, in the words of the command line.
function sourcesOf(
  found: ReadonlyMap<string, string>,
  { sources }: Project,
  given: ClusterValues,
): ReadonlyMap<string, string> {
  const words = ([name, source]: readonly [string, string]): readonly [string, string] => {
    if (source !== "the options") return [name, source];
    const isGiven = Reflect.get(given, name) !== undefined;
    return [name, isGiven ? `--${name}` : (sources[name] ?? sources[`cluster.${name}`] ?? source)];
  };
  const file = given["cluster-config"];
  const named: readonly (readonly [string, string])[] =
    file === undefined ? [] : [["config", `--cluster-config ${file}`]];
  return new Map([...[...found].map(words), ...named]);
}
