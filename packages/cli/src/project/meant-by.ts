import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Cli } from "../command/cli.js";
import { errors } from "../errors.js";
import { isWrittenAsFile } from "../sources/near/is-written-as-file.js";
import { nearFile } from "../sources/near/near-file.js";
import { shownPath } from "./config-file/shown-path.js";
import { nearEntity } from "./near-entity.js";

/** What somebody may have meant by a word that is no file, in words: the nearest file, and the nearest entity with its command. */
export async function meantBy(word: string, command: string, cli: Cli): Promise<readonly string[]> {
  const { cwd } = cli.host;
  const file = nearFile(resolve(cwd, word));
  const entity = await nearEntity(word, cli);
  return [
    ...(file === undefined ? [] : [`Did you mean the file ${shownPath(file, cwd)}?`]),
    ...(entity === undefined
      ? []
      : [`Did you mean \`${command} ${shownPath(entity.file, cwd)} ${entity.export}\`?`]),
  ];
}

/**
 * Refuse a plain word where a file has to be named, such as `garden` for `src/garden.ts`. What is written as a file is looked for
 * when it is loaded.
 *
 * @throws `SOURCE_UNLOADABLE`
 */
export async function refuseWord(word: string, command: string, cli: Cli): Promise<void> {
  if (isWrittenAsFile(word) || existsSync(resolve(cli.host.cwd, word))) return;
  const meant = await meantBy(word, command, cli);
  const advice = meant.length === 0 ? undefined : meant.join("\n");
  throw errors.SOURCE_UNLOADABLE({ file: word, problem: "there is no such file", advice });
}
