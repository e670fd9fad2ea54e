/** How a process ends, as the backend sees it: 0 says that what was written counts, also if it is an error. */
export type ExitCode = number;

/**
 * Why a command has to end before its task does: the reason of a host's signal.
 *
 * With an exit code the command stops where it is, and writes nothing more: the process was asked to end. Without one,
 * the error ends the task: it is written as `error.pb`, as if the task had thrown it.
 */
export interface Interruption {
  readonly error: unknown;
  readonly exitCode?: ExitCode | undefined;
  /** Whether another attempt may help, for an error that is written. By default the task's own rule about errors decides. */
  readonly isRecoverable?: boolean | undefined;
}

/** What a command has left when it ends. */
export type Outcome =
  /** `outputs.pb`, `futures.pb`, or nothing: the task said so, or only the command line was tried. */
  | { readonly kind: "outputs" | "futures" | "nothing" }
  /** `error.pb`, with the error that it describes and where it is written. */
  | { readonly kind: "error"; readonly error: unknown; readonly uri: string }
  /** Nothing, because it could not be written, or the command line was wrong, or the process was asked to end. */
  | { readonly kind: "failed"; readonly error: unknown };

/** The process around a command, so that a command itself touches none of it. */
export interface Host {
  /** Aborted with an `Interruption` if the command has to end early. */
  readonly signal: AbortSignal;
  /** Writes a line to the log of the container: what the command says of itself, and what the task logs. */
  logLine(line: string): void;
  /** Writes what somebody asked for, such as help, to standard output; by default to the log. */
  printLine?(line: string): void;
  /** Hears once how the command ended, when all is written. The process ends with `exitCode` after that. */
  onEnd?(outcome: Outcome, exitCode: ExitCode): void;
  /** More tabs for a deck that is written: title to HTML. */
  deckTabs?(): ReadonlyMap<string, string>;
}

/** A command of a container: arguments behind the program's name, and environment variables. Never rejects. */
export type Command = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  host: Host,
) => Promise<ExitCode>;
