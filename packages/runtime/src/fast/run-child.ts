import { spawn } from "node:child_process";
import { constants } from "node:os";

import { systemWords } from "@flytekit-ts/core/storage";

import type { ExitCode } from "../command/host.js";
import { processErrors as errors } from "../errors/process-errors.js";

const FORWARDED = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"] as const;

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Runs a command as a child on the streams of this process, forwards signals to it, and gives its exit code.
 *
 * That of a child which signal n has ended is 256 - n, as for flytekit.
 *
 * @throws `COMMAND_NOT_STARTED`
 */
export async function runChild(command: readonly string[], env: Env): Promise<ExitCode> {
  const [program = "", ...args] = command;
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  // Before the child is there: it may be asked to end before this process knows that it has begun.
  for (const signal of FORWARDED) process.on(signal, forward);
  const child = spawn(program, args, { stdio: "inherit", env });
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", (cause) => {
        reject(
          errors.COMMAND_NOT_STARTED(
            { command: program, problem: systemWords(cause, "starting") },
            { cause },
          ),
        );
      });
      child.once("exit", (code, signal) =>
        resolve(code ?? 256 - (signal === null ? 1 : constants.signals[signal])),
      );
    });
  } finally {
    for (const signal of FORWARDED) process.off(signal, forward);
  }
}
