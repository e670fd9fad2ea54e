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
export async function openCluster(cli: Cli, given: ClusterValues = {}): Promise<Cluster> {
  const [{ connect }, project] = await Promise.all([import("@flytekit-ts/remote"), cli.project()]);
  const options = optionsOf(cli, project, given);
  const remote = await connect(options);
  const sources = sourcesOf(remote.config.sources, project, given);
  const place = { ...USUAL, ...definedOf(remote.config) };
  if (remote.config.project !== undefined && remote.config.domain !== undefined) return { remote, sources };
  await remote.close();
  return { remote: await connect({ ...options, ...place }), sources };
}

function optionsOf(cli: Cli, { folder, settings }: Project, given: ClusterValues): ConnectOptions {
  const { host, globals, out } = cli;
  const { config, storage = settings.storage, timeout, ...cluster } = settings.cluster ?? {};
  const { project = settings.project, domain = settings.domain, ...others } = cluster;
  const named = given["cluster-config"];
  const file = namesFile(host.env) ? undefined : config;
  return {
    config: named === undefined ? file && resolve(folder, file) : resolve(host.cwd, named),
    endpoint: given.endpoint,
    insecure: given.insecure,
    project: globals.project,
    domain: globals.domain,
    fallback: { ...fallbackOf(others), project, domain },
    storage,
    timeout,
    env: host.env,
    cwd: host.cwd,
    // Not a note: whoever has to sign in has to know it, also with `--quiet` and `--json`.
    onNotice: out.warn,
  };
}

// Options of `connect` that only this program sets.
function fallbackOf({
  fallback,
  env: _env,
  cwd: _cwd,
  onNotice: _onNotice,
  ...others
}: ConnectOptions): NonNullable<ConnectOptions["fallback"]> {
  return { ...fallback, ...others };
}

const namesFile = (env: Cli["host"]["env"]): boolean =>
  ["FLYTECTL_CONFIG", "UCTL_CONFIG"].some((name) => (env[name] ?? "") !== "");

function definedOf({
  project,
  domain,
}: {
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}) {
  return { ...(project === undefined ? {} : { project }), ...(domain === undefined ? {} : { domain }) };
}

// What `connect` calls the options and their fallback, in the words of the command line.
function sourcesOf(
  found: ReadonlyMap<string, string>,
  project: Project,
  given: ClusterValues,
): ReadonlyMap<string, string> {
  const words = ([name, source]: readonly [string, string]): readonly [string, string] => {
    if (source === "the options") return [name, `--${name}`];
    if (source !== "the fallback of the options") return [name, source];
    return [name, project.sources[name] ?? project.sources["cluster"] ?? project.configFile ?? source];
  };
  const file = given["cluster-config"];
  const named: readonly (readonly [string, string])[] =
    file === undefined ? [] : [["config", `--cluster-config ${file}`]];
  return new Map([...[...found].map(words), ...named]);
}
