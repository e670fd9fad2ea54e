import { ExitCode } from "../command/exit-code.js";
import type { Host } from "../command/host.js";
import { main } from "../program/main.js";

/**
 * Run a command line as the one thing that this process does, and end the process as it ended.
 *
 * It is the whole of the program `tsflyte`, for a program that is a part of it, such as that of `npm create`.
 */
export async function runProgram(argv: readonly string[]): Promise<void> {
  const controller = new AbortController();
  const interrupt = (): void => {
    // Who presses Ctrl-C twice does not want to wait.
    if (controller.signal.aborted) process.exit(ExitCode.Interrupted);
    controller.abort(new DOMException("Ctrl-C was pressed.", "AbortError"));
  };
  process.on("SIGINT", interrupt);
  // Whoever reads may stop reading, as `head` does: nobody is left to tell anything.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => process.exit(ExitCode.Success));
  process.exitCode = await main(argv, hostOf(controller.signal));
  process.off("SIGINT", interrupt);
}

function hostOf(signal: AbortSignal): Host {
  const { env, stdin, stdout, stderr } = process;
  return { env, cwd: process.cwd(), stdin, stdout, stderr, signal };
}
