import { delimiter, dirname } from "node:path";

import type { Storage } from "@flytekit-ts/core/storage";

import type { Command } from "../command/host.js";
import { executeErrors } from "../errors/execute-errors.js";
import { describeFailure } from "../process/describe-failure.js";
import { endProcess } from "../process/end-process.js";
import { printLine } from "../process/streams.js";
import { runCommand } from "../process/run-command.js";
import { bringCode } from "./bring-code.js";
import { childCommand, ourCommand } from "./child-command.js";
import { readFastArguments } from "./fast-arguments.js";
import { programOnPath } from "./program-on-path.js";
import { type Env, runChild } from "./run-child.js";

/** What `tsflyte-fast-execute` is made of. */
export interface FastParts {
  readonly storages: readonly Storage[];
  /** The folder of the programs of this package: a command that is one of them goes on in this process. */
  readonly programs: string;
  /** Loads a command of this package by its name. */
  load(name: string): Promise<Command>;
}

const USAGE = `usage: tsflyte-fast-execute --additional-distribution URI [--dest-dir FOLDER] -- COMMAND [ARGUMENT...]

  --additional-distribution URI   archive with the code of the task
  --dest-dir FOLDER               folder that it is unpacked in; the working directory without it
  --help                          this text`;
// The exit code of flytekit's for a child that SIGTERM has ended.
const CHILD_TERMINATED = 241;

/**
 * Brings the code of a task into the container and runs a command on it, then ends the process as the command ended.
 *
 * A command of this package goes on in this process: a second one would start anew, and need its memory twice.
 */
export async function runFast(argv: readonly string[], env: Env, parts: FastParts): Promise<void> {
  if (argv[0] === "--help") {
    printLine(USAGE);
    return endProcess(0);
  }
  const read = readFastArguments(argv);
  if ("usage" in read) return endProcess(2, wrongUsage(read.usage));
  const { distribution, destination } = read;
  if (distribution === undefined)
    return endProcess(1, wrongUsage("the option --additional-distribution is missing"));
  // The first process of a container ignores signals that nothing handles.
  process.on("SIGTERM", end);
  try {
    const root = await bringCode({ uri: distribution, destination, storages: parts.storages });
    await go(
      childCommand(read.command, { distribution, destination }),
      { ...env, ...rooted(env, root) },
      parts,
    );
  } catch (error) {
    await endProcess(1, describeFailure(error));
  }
}

function wrongUsage(problem: string): string {
  const error = executeErrors.COMMAND_LINE_INVALID({ program: "tsflyte-fast-execute", problem });
  return `${USAGE}\n${describeFailure(error)}`;
}

function end(): never {
  process.exit(143);
}

async function go(command: readonly string[], env: Env, parts: FastParts): Promise<void> {
  const name = ourCommand(command);
  const loaded =
    name !== undefined && (await isInPrograms(command, env, parts.programs))
      ? await parts.load(name)
      : undefined;
  // From here on somebody else handles it.
  process.off("SIGTERM", end);
  if (loaded === undefined) return endProcess(await runChild(command, env));
  Object.assign(process.env, env);
  await runCommand(loaded, command.slice(1), { terminated: CHILD_TERMINATED });
}

/** Where a child finds the code: one in Python too. */
function rooted(env: Env, root: string): Env {
  return { FLYTEKIT_TS_ROOT: root, PYTHONPATH: [env["PYTHONPATH"], root].filter(Boolean).join(delimiter) };
}

async function isInPrograms([name = ""]: readonly string[], env: Env, programs: string): Promise<boolean> {
  const found = await programOnPath(name, env["PATH"]);
  return found === undefined || dirname(found) === programs;
}
