import { ExitCode } from "../command/exit-code.js";
import type { Host } from "../command/host.js";
import type { WatchedRun } from "../command/warm-run.js";
import { main } from "../program/main.js";
import { endBySignals } from "./end-by-signals.js";
import { guardStream } from "./guard-stream.js";
import { onExit } from "./on-exit.js";
import { startWarm } from "./start-warm.js";
import { workingDirectory } from "./working-directory.js";

/**
 * Run a command line as the one thing that this process does, and end the process as it ended.
 *
 * It is the whole of the program `tsflyte`, for a program that is a part of it, such as that of `npm create`.
 */
export async function runProgram(argv: readonly string[], watched?: WatchedRun): Promise<void> {
  const { env, stdout, stderr } = process;
  const signals = endBySignals();
  const out = guardStream(stdout, {
    onProblem: () => signals.end("what it prints cannot be written"),
    isMuted: () => false,
  });
  let isOver = false;
  // What a command says because its output fails would only hide why.
  const err = guardStream(stderr, {
    onProblem: () => undefined,
    isMuted: () => out.problem() !== undefined && !isOver,
  });
  let isEnding = false;
  const host: Host = {
    ...{ env, cwd: workingDirectory(env), stdout, stderr, signal: signals.signal },
    // To open it takes as long as to print a page of help.
    get stdin() {
      return process.stdin;
    },
    onExit: (told) => onExit(told, () => isEnding || signals.signal.aborted),
    warmRun: () => startWarm(argv),
    watched,
  };
  process.on("uncaughtException", (thrown) => {
    // What ends the process may itself throw, as where the package is being replaced: only once, or it never ends.
    if (isEnding) return endBarely();
    isEnding = true;
    void endByStray(thrown, argv, host);
  });
  let code = signals.exitCode(await main(argv, host));
  // What was written to a pipe may still be on its way: the process ends when it has arrived.
  await Promise.all([out.written(), err.written()]);
  isOver = true;
  const problem = out.problem();
  if (problem !== undefined) code = await endUnwritten(problem, code, { argv, host });
  signals.leave(code);
}

/** End as something asks for that failed behind the back of the command, such as a promise nobody waits for. */
async function endByStray(thrown: unknown, argv: readonly string[], host: Host): Promise<void> {
  const [{ tell }, { strayError }] = await Promise.all([import("./tell.js"), import("./stray-error.js")]);
  tell(strayError(thrown), argv, host);
  process.stderr.write("", () => process.exit(ExitCode.Failure));
}

/** End without anything that might fail again. */
function endBarely(): void {
  const text = "tsflyte failed, and cannot say why: a part of it cannot be loaded. Install it again.\n";
  process.stderr.write(text, () => process.exit(ExitCode.Failure));
}

/** The exit code of a command whose output did not arrive. */
async function endUnwritten(
  problem: NodeJS.ErrnoException,
  code: ExitCode,
  { argv, host }: { readonly argv: readonly string[]; readonly host: Host },
): Promise<ExitCode> {
  // Whoever reads may stop reading, as `head` does. Nobody is left to tell anything.
  if (problem.code === "EPIPE") return code === ExitCode.Interrupted ? ExitCode.Success : code;
  const [{ tell }, { unwrittenError }] = await Promise.all([
    import("./tell.js"),
    import("./unwritten-error.js"),
  ]);
  // With `--json`, the object would go where nothing can be written.
  tell(
    unwrittenError(problem),
    argv.filter((word) => word !== "--json"),
    host,
  );
  return ExitCode.Failure;
}
