import type { Command, ExitCode, Host } from "../command/host.js";
import { describeFailure } from "./describe-failure.js";
import { exitWith, printed } from "./end-process.js";
import { guardErrors } from "./guard-errors.js";
import { endBySignal, type Ending, guardSignals } from "./guard-signals.js";
import { Interrupter } from "./interrupter.js";
import { MemoryGauge } from "./memory-gauge.js";
import { watchMemory } from "./watch-memory.js";
import { logLine, printLine, settleStreams } from "./streams.js";
import { type Usage, usageLine, usageOf, usageTab } from "./usage.js";

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
  const gauge = new MemoryGauge();
  const stop = watchMemory(interrupter, gauge);
  const exitCode = await outcomeOf(command, argv, hostOf(interrupter, gauge));
  interrupter.end();
  stop();
  // Node tells of a rejection that nobody catches when all else of the turn is done.
  await new Promise((resolve) => setImmediate(resolve));
  await printed();
  return end(exitCode);
}

function hostOf({ signal }: Interrupter, gauge: MemoryGauge): Host {
  const used = (): Usage => usageOf(gauge.limits.container);
  return {
    signal,
    logLine,
    printLine,
    deckTabs: () => new Map([["Usage", usageTab(used())]]),
    onEnd({ kind }) {
      // Nothing has run where the command line was wrong, or was only tried.
      if (kind !== "failed" && kind !== "nothing") logLine(usageLine(used()));
    },
  };
}

async function outcomeOf(command: Command, argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await command(argv, process.env, host);
  } catch (error) {
    logLine(describeFailure(error));
    return 1;
  }
}
