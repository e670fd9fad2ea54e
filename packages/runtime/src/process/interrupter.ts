import type { ExitCode, Interruption } from "../command/host.js";
import { describeFailure } from "./describe-failure.js";
import { logLine } from "./streams.js";

/** Where all that may end a command early arrives. The first thing counts, and none is lost. */
export class Interrupter {
  readonly #controller = new AbortController();
  #isOver = false;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The exit code of a process that was asked to end. */
  get exitCode(): ExitCode | undefined {
    return this.signal.aborted ? (this.signal.reason as Interruption).exitCode : undefined;
  }

  /** From now on nothing can change how the command has ended. */
  end(): void {
    this.#isOver = true;
  }

  /** Ends the command by `interruption`; if it has ended or is ending already, the log has the error. */
  interrupt(interruption: Interruption): void {
    if (!this.#isOver && !this.signal.aborted) {
      this.#controller.abort(interruption);
      return;
    }
    const when = this.#isOver
      ? "after the task had ended, so that it does not change its result"
      : "once more";
    logLine(`An error was thrown ${when}: ${describeFailure(interruption.error)}`);
  }
}
