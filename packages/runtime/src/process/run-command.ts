import { setImmediate as turn } from "node:timers/promises";

import type { Command, ExitCode } from "../command/host.js";
import { describeFailure } from "./describe-failure.js";
import { exitWith, printed } from "./end-process.js";
import { guardErrors } from "./guard-errors.js";
import { endBySignal, type Ending, guardSignals } from "./guard-signals.js";
import { Interrupter } from "./interrupter.js";
import { watchMemory } from "./memory/watch-memory.js";
import { logLine, settleStreams } from "./streams.js";

/**
 * Runs a command as the one thing that this process does, and ends the process as the command ended.
 *
 * Timers and handles that a task has left do not keep the process. What it has printed is out before the process ends.
 */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  ending: Ending = {},
): Promise<never> {
  settleStreams();
  const interrupter = new Interrupter();
  const end = (exitCode: ExitCode): never => {
    const asked = interrupter.exitCode;
    return asked === undefined ? exitWith(exitCode) : endBySignal(asked, ending.terminated);
  };
  guardErrors(interrupter, () => end(1));
  guardSignals(interrupter, ending);
  const stop = watchMemory(interrupter);
  const exitCode = await outcomeOf(command, argv, interrupter.signal);
  interrupter.end();
  await stop();
  // Node tells of a rejection that nobody catches when all else of the turn is done.
  await turn();
  await printed();
  return end(exitCode);
}

async function outcomeOf(command: Command, argv: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  try {
    return await command(argv, process.env, { signal, logLine });
  } catch (error) {
    logLine(describeFailure(error));
    return 1;
  }
}
