import { ExitCode } from "../command/exit-code.js";

/** What ends a command from outside. */
export interface EndBySignals {
  readonly signal: AbortSignal;
  /** End the command for another reason. */
  readonly end: (why: string) => void;
  /** The exit code of a command that was ended: shells add the number of the signal to 128. */
  readonly exitCode: (code: ExitCode) => ExitCode;
  /** End the process, also where a pipe to which nobody writes is still being opened. */
  readonly leave: (code: ExitCode) => never;
}

const SIGNALS = {
  SIGINT: { code: ExitCode.Interrupted, says: "Ctrl-C was pressed" },
  SIGTERM: { code: ExitCode.Terminated, says: "the process was told to end" },
  SIGHUP: { code: ExitCode.HungUp, says: "the terminal was closed" },
} as const;

/** Whether a call of the file system has not come back. */
function isBlocked(): boolean {
  return process.getActiveResourcesInfo().some((each) => each.startsWith("FSReq"));
}

// Whoever undoes at an exit what is half done. What authors do then may throw, and nobody hears of it.
function tellOfExit(emit: () => void): void {
  try {
    emit();
  } catch {
    // It ends all the same.
  }
}

/** End a command by Ctrl-C and the like: it is told, and ends itself. Who asks twice does not want to wait. */
export function endBySignals(): EndBySignals {
  const controller = new AbortController();
  let first: keyof typeof SIGNALS | undefined;
  // As they are now: the code of authors may put others in their places.
  const events: NodeJS.EventEmitter = process;
  const { pid, exit, kill } = process;
  const { emit } = events;
  const leave = (code: ExitCode): never => {
    if (first !== undefined && isBlocked()) {
      // Node waits for its threads before it exits, and one of them may wait for ever.
      tellOfExit(() => emit.call(events, "exit", code));
      process.removeAllListeners(first);
      kill(pid, first);
    }
    return exit(code);
  };
  const end = (why: string): void => controller.abort(new DOMException(why, "AbortError"));
  for (const name of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) {
    process.on(name, () => {
      if (first !== undefined) leave(SIGNALS[name].code);
      first = name;
      end(SIGNALS[name].says);
    });
  }
  return {
    signal: controller.signal,
    end,
    leave,
    exitCode: (code) => (code === ExitCode.Interrupted && first !== undefined ? SIGNALS[first].code : code),
  };
}
