import { join, resolve } from "node:path";
import { clusterFiles } from "@flytekit-ts/remote/fetch-run";
import { type Remote, remoteErrors } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { downloadBelow, downloadFile, nameOf } from "../../cluster/values/download-files.js";
import { showValues } from "../../cluster/values/show-values.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { fetchAsRun } from "./fetch-as-run.js";
import type { fetchSpec } from "./spec.js";

const command = "tsflyte fetch";
type FetchGiven = Given<typeof fetchSpec>;

/** `tsflyte fetch` */
export const fetch: Action<typeof fetchSpec> = async (given, cli) => {
  const {
    arguments: { WHAT, FOLDER },
    options,
  } = given;
  if (options.journal === true) return await fetchAsRun(given, cli);
  if (options.entity !== undefined)
    throw errors.USAGE_INVALID({ command, problem: "--entity is for --journal", advice: "Leave it out." });
  if (!/^[a-z][a-z0-9+.-]*:\/\/./i.test(WHAT)) {
    throw errors.USAGE_INVALID({
      command,
      problem: `${JSON.stringify(WHAT)} is not an address`,
      advice:
        "Give a flyte:// address or the URI of a file; for an execution add `--journal`, or use `tsflyte execution outputs`.",
    });
  }
  return await withCluster(cli, options, async (remote) => {
    if (WHAT.startsWith("flyte://")) return await fetchValues(remote, { uri: WHAT, folder: FOLDER }, cli);
    return await fetchFiles(remote, given, cli);
  });
};

async function fetchValues(
  remote: Remote,
  { uri, folder }: { readonly uri: string; readonly folder: string | undefined },
  cli: Cli,
): Promise<ExitCode> {
  const found = await dataAt(remote, uri, cli);
  if (found.kind === "links") {
    const { links, expiresAt } = found;
    cli.out.object({ kind: "links", uri, links, expiresAt: expiresAt?.toISOString() });
    for (const link of links) cli.out.print(link);
    return ExitCode.Success;
  }
  // One value has no name of its own in the answer.
  const name = uri.split("/").at(-1) ?? "value";
  const literals = found.kind === "values" ? found.literals : new Map([[name, found.literal]]);
  await showValues(cli, { remote, literals, of: { kind: "values", uri }, folder });
  return ExitCode.Success;
}

const ADDRESS = /^flyte:\/\/v1\/([^/]+)\/([^/]+)\/([^/]+)/;

async function dataAt(
  remote: Remote,
  uri: string,
  { host }: Cli,
): Promise<Awaited<ReturnType<Remote["get"]>>> {
  try {
    return await remote.get(uri, { signal: host.signal });
  } catch (cause) {
    if (!remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(cause)) throw cause;
    const { endpoint } = remote.config;
    const [, project = "", domain = "", execution = "EXECUTION"] = ADDRESS.exec(uri) ?? [];
    const advice =
      `Its form is flyte://v1/PROJECT/DOMAIN/EXECUTION/NODE/o, with i for inputs or d for the deck; ` +
      `\`tsflyte execution get ${execution}\` lists the nodes.`;
    throw errors.NOT_ON_CLUSTER({ what: `data at ${uri}`, project, domain, endpoint, advice }, { cause });
  }
}

async function fetchFiles(
  remote: Remote,
  { arguments: { WHAT: uri, FOLDER: folder = "." }, options }: FetchGiven,
  cli: Cli,
): Promise<ExitCode> {
  const { out, host } = cli;
  const { settings } = await cli.project();
  const into = {
    storage: clusterFiles(remote, settings.storage),
    folder: resolve(host.cwd, folder),
    signal: host.signal,
  };
  const files = options.recursive === true ? await downloadBelow(uri, into) : [await one(uri, into)];
  if (files.length === 0) throw errors.FILE_UNUSABLE({ path: uri, problem: "there is nothing below it" });
  for (const path of files) {
    out.object({ kind: "file", uri, path });
    out.print(path);
  }
  return ExitCode.Success;
}

async function one(uri: string, into: Parameters<typeof downloadBelow>[1]): Promise<string> {
  if (uri.endsWith("/")) {
    const problem = `${uri} is a folder`;
    throw errors.USAGE_INVALID({ command, problem, advice: "Take all that is below it with `--recursive`." });
  }
  const path = join(into.folder, nameOf(uri));
  await downloadFile(uri, path, into);
  return path;
}
