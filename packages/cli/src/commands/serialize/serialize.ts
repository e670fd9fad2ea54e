import { resolve } from "node:path";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { packageGiven } from "../../packaging/options/package-given.js";
import { packageObject, packageWords } from "../../packaging/options/package-words.js";
import { writeMessages } from "../../packaging/write-messages.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import type { serializeSpec } from "./spec.js";

/** `tsflyte serialize` */
export const serialize: Action<typeof serializeSpec> = async ({ arguments: { FILE }, options }, cli) => {
  const { host, out } = cli;
  const { output = "serialized", format = "pb", force = false } = options;
  const folder = resolve(host.cwd, output);
  const { made } = await packageGiven(FILE, options, cli);
  const written = writeMessages(made, folder, { format, overwrite: force });
  out.object({ kind: "messages", folder, files: [...written], ...packageObject(made) });
  for (const path of written) out.print(shownPath(path, host.cwd));
  out.note(`Wrote ${packageWords(made)}; the version is ${made.version}.`);
  return ExitCode.Success;
};
