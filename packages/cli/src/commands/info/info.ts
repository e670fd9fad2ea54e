import type { Signal } from "@flytekit-ts/core/storage";
import { IDL_VERSION } from "@flytekit-ts/models";
import type { ClusterConfig, Remote } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { openCluster } from "../../cluster/connect-to.js";
import { shownSettings } from "../../project/shown-settings.js";
import { VERSION } from "../../version.js";
import type { infoSpec } from "./spec.js";

/** `tsflyte info` */
export const info: Action<typeof infoSpec> = async ({ options }, cli) => {
  const { out, host } = cli;
  const { remote, sources } = await openCluster(cli, options);
  try {
    const settings = settingsOf(remote.config);
    const ofCluster = Object.entries(settings).map(
      ([name, value]) => [name, value, sources.get(name) ?? "the default"] as const,
    );
    const ofProject = shownSettings(await cli.project()).map(
      ({ name, value, source }) => [name, value, source] as const,
    );
    const rows = [...ofCluster, ...ofProject];
    const server = await versionOf(remote, host.signal);
    out.object({
      kind: "info",
      versions: { tsflyte: VERSION, idl: IDL_VERSION, node: process.versions.node, server: server.version },
      settings: Object.fromEntries(rows.map(([name, value, source]) => [name, { value, source }])),
    });
    out.print(`tsflyte ${VERSION}, flyteidl ${IDL_VERSION}, Node ${process.versions.node}`);
    if ("version" in server) out.print(`flyteadmin ${server.version ?? "of an unknown version"}`);
    out.print("");
    // Paths below this folder are as short as somebody would type them.
    const below = (text: string): string => text.replaceAll(`${host.cwd}/`, "");
    out.table(
      [{ title: "SETTING" }, { title: "VALUE", gives: 1 }, { title: "FROM", gives: 2 }],
      rows.map((row) => row.map(below)),
    );
    if (!("failure" in server)) return ExitCode.Success;
    out.print("");
    out.error(server.failure);
    return ExitCode.Failure;
  } finally {
    await remote.close();
  }
};

type Answer =
  | { readonly version: string | undefined }
  | { readonly version?: undefined; readonly failure: unknown };

async function versionOf(remote: Remote, signal: Signal): Promise<Answer> {
  try {
    const version = (await remote.version({ signal }))?.Version ?? "";
    // A build of flyteadmin that was told none says `unknown`.
    return { version: version === "" || version === "unknown" ? undefined : version };
  } catch (failure) {
    if (signal.aborted) throw failure;
    return { failure };
  }
}

function settingsOf(config: ClusterConfig): { readonly [name: string]: string } {
  const {
    endpoint,
    insecure,
    project = "",
    domain = "",
    consoleEndpoint,
    caCertFile,
    httpProxy,
    auth,
  } = config;
  const { clientId, scopes, audience, clientSecret, command, proxyCommand } = auth;
  const all = {
    endpoint,
    insecure: String(insecure),
    insecureSkipVerify: config.insecureSkipVerify ? "true" : undefined,
    ...{ caCertFile, consoleEndpoint, httpProxy: httpProxy && withoutSecret(httpProxy), project, domain },
    "auth.type": auth.type,
    "auth.clientId": clientId,
    "auth.clientSecret": clientSecret && "(hidden)",
    "auth.scopes": scopes?.join(" "),
    "auth.audience": audience,
    // Their arguments may hold secrets.
    "auth.command": command && programOf(command),
    "auth.proxyCommand": proxyCommand && programOf(proxyCommand),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function programOf([program = "", ...args]: readonly string[]): string {
  return args.length === 0 ? program : `${program} ...`;
}

function withoutSecret(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//(hidden)@");
}
