import { resolve } from "node:path";
import type { Literals } from "@flytekit-ts/core/tasks";
import { clusterFiles } from "@flytekit-ts/remote/fetch-run";
import type { Remote } from "@flytekit-ts/remote";
import type * as idl from "@flytekit-ts/models/core";
import type { Cli } from "../../command/cli.js";
import type { JsonValue } from "../../command/output.js";
import { literalsJson } from "../../values/literal-json.js";
import { resultText } from "../../values/result-text.js";
import { bytesText } from "../../values/words.js";
import { type Downloaded, downloadFiles } from "./download-files.js";

/** Values by name, and what is known of them. */
export interface Shown {
  readonly remote: Remote;
  readonly literals: Literals;
  /** What the object of `--json` says beside the values. */
  readonly of: { readonly [key: string]: JsonValue | undefined };
  /** The folder that files are downloaded into, as it was given; none are if it is absent. */
  readonly folder: string | undefined;
}

/** Print values of a cluster, and download their files if that is wanted. */
export async function showValues(cli: Cli, { remote, literals, of, folder }: Shown): Promise<void> {
  const { out, host } = cli;
  const files = folder === undefined ? [] : await downloaded(cli, { remote, literals, folder });
  const values = literalsJson(literals);
  out.object({
    ...of,
    values,
    ...(folder === undefined ? {} : { files: files.map((each) => ({ ...each })) }),
  });
  const text = resultText(values, literals.size === 1 && literals.has("o0"));
  if (text !== undefined) out.print(text);
  for (const [name, { value }] of literals)
    if (value?.$case === "offloadedMetadata")
      out.note(`${name} is large, and stored apart: what is shown is where${sizeOf(value.value)}.`);
  for (const { path } of files) out.note(`downloaded ${path}`);
  if (folder !== undefined && files.length === 0)
    out.note(`There are no files among them, so ${resolve(host.cwd, folder)} is as it was.`);
}

function sizeOf({ sizeBytes }: idl.LiteralOffloadedMetadata): string {
  return sizeBytes === 0n ? "" : ` (${bytesText(Number(sizeBytes))})`;
}

/** Download the files among values. */
async function downloaded(
  { host, project }: Cli,
  { remote, literals, folder }: Pick<Shown, "remote" | "literals"> & { readonly folder: string },
): Promise<readonly Downloaded[]> {
  const { settings } = await project();
  const storage = clusterFiles(remote, settings.storage);
  return await downloadFiles(literals, { storage, folder: resolve(host.cwd, folder), signal: host.signal });
}
