import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { JsonValue } from "../../command/output.js";
import type { GraphModel } from "../../graph/model/graph-model.js";
import { madeWords } from "../../graph/words/made-words.js";
import { drawApart } from "./draw-apart.js";
import { formatOf } from "./format-of.js";
import { modelOf } from "./model-of.js";
import { openFile } from "./open-file.js";
import type { graphSpec } from "./spec.js";
import { writeWhole } from "./write-whole.js";

/** `tsflyte graph` */
export const graph: Action<typeof graphSpec> = async ({ arguments: named, options }, cli) => {
  const { output, direction, depth, types, open } = options;
  const format = formatOf(options);
  const model = await modelOf({ ...named, ...options }, cli);
  const left = madeWords(model);
  if (left !== undefined) cli.out.warn(`${left}. Those of nodes that failed come first.`);
  cli.out.object({ ...(JSON.parse(JSON.stringify(model)) as Record<string, JsonValue>) });
  if (cli.out.isJson && output === undefined && open !== true) return ExitCode.Success;
  const picture = await drawApart({ model, format, options: { direction, depth, types } }, cli);
  const file = output === undefined ? undefined : resolve(cli.host.cwd, output);
  if (file === undefined && open !== true) cli.out.write(picture.endsWith("\n") ? picture : `${picture}\n`);
  else await write(file ?? temporary(model, format), picture, open ?? false, cli);
  return ExitCode.Success;
};

async function write(file: string, picture: string, isOpened: boolean, cli: Cli): Promise<void> {
  await writeWhole(file, picture);
  const near = relative(cli.host.cwd, file);
  cli.out.note(`Wrote ${near.startsWith("..") ? file : near}.`);
  if (isOpened) await openFile(file, cli);
}

function temporary({ name }: GraphModel, format: string): string {
  return join(tmpdir(), `${name.replaceAll(/[^\w.-]+/g, "-").slice(0, 80)}-${process.pid}.${format}`);
}
