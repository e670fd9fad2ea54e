import type { Signal } from "@flytekit-ts/core/storage";
import type { OutputStream } from "@flytekit-ts/local-exec/reporter";
import type { WarmRun, WatchedRun } from "./warm-run.js";

/** Standard input. */
export interface InputStream extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
}

/** What is around a command, so that commands touch nothing of the process themselves. Tests give another. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Fires when the command should end, as by Ctrl-C. */
  readonly signal: Signal;
  /**
   * Calls back if the process ends while a command is at work, as where the code of an author calls `process.exit`. Gives
   * what ends that. Absent where the process is not the command's own.
   */
  readonly onExit?: ((told: (code: number) => void) => () => void) | undefined;
  /** Starts a process that will run the same command line. Absent where there is no program to start, as in tests. */
  readonly warmRun?: (() => WarmRun) | undefined;
  /** Present in such a process. */
  readonly watched?: WatchedRun | undefined;
}
