import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode, systemWords } from "@flytekit-ts/core/storage";
import { localExecErrors } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";

/**
 * The folder in which a run is kept, ready to be written to; undefined if runs are not to be kept.
 *
 * A folder that cannot be written is no reason not to run: somebody is told, unless `--journal` asks for a journal.
 *
 * @throws `JOURNAL_NOT_WRITTEN` if it was asked for and cannot be had
 */
export async function journalPlace(
  cli: Cli,
  wanted: boolean | undefined,
  file: string,
): Promise<string | undefined> {
  if (wanted === false) return undefined;
  const { runsFolder } = await cli.project(file);
  try {
    makeFolder(runsFolder);
    ignoreForGit(runsFolder);
    return runsFolder;
  } catch (cause) {
    const problem = systemWords(cause, "writing");
    if (wanted === true)
      throw localExecErrors.JOURNAL_NOT_WRITTEN({ journal: runsFolder, problem }, { cause });
    cli.out.warn(`The run is not kept: ${runsFolder} cannot be used (${problem}).`);
    return undefined;
  }
}

// Not `recursive`: where a folder above cannot be made, such as in /proc, Node would try for ever.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

// Runs hold values, and nobody wants them in a repository.
function ignoreForGit(folder: string): void {
  const file = join(folder, ".gitignore");
  try {
    writeFileSync(file, "*\n", { flag: "wx" });
  } catch (error) {
    if (systemCode(error) === "EEXIST") return;
    // An empty one would be taken for one that says what is to be.
    rmSync(file, { force: true });
    throw error;
  }
}
