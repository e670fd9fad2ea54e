import * as errors from "../../../errors.js";
import { textOf } from "../../../errors/text-of.js";
import type { Signal } from "../../../storage/signal.js";

/** How much of what a script wrote to stderr is part of its error, in characters. */
const TAIL = 2000;

/** A script to run. */
export interface Script {
  readonly task: string;
  readonly shell: string;
  readonly script: string;
  readonly folder: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly signal: Signal;
}

/**
 * Run a script to its end. What it writes goes where the program writes.
 *
 * It is a group of processes of its own: when the signal fires, all that it has started is ended with it.
 *
 * @throws `SHELL_SCRIPT_FAILED`
 */
export async function spawnShell({ task, shell, script, folder, variables, signal }: Script): Promise<void> {
  const failed = (problem: string, cause?: unknown): Error =>
    errors.SHELL_SCRIPT_FAILED({ task, problem }, cause === undefined ? {} : { cause });
  if (signal.aborted) throw failed("it was stopped before it began.", signal.reason);
  const { spawn } = process.getBuiltinModule("node:child_process");
  await new Promise<void>((done, fail) => {
    let tail = "";
    const child = spawn(shell, ["-c", script], {
      cwd: folder,
      env: { ...process.env, ...Object.fromEntries(variables) },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const stop = (): void => endGroup(child.pid);
    signal.addEventListener("abort", stop);
    child.stdout.on("data", (chunk: Buffer) => process.stdout.write(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      process.stderr.write(chunk);
      tail = (tail + chunk.toString("utf8")).slice(-TAIL);
    });
    child.on("error", (cause) => fail(failed(`${shell} cannot be started: ${textOf(cause)}.`, cause)));
    child.on("close", (code, ended) => {
      signal.removeEventListener("abort", stop);
      if (code === 0) return done();
      const how = code === null ? `was ended by ${ended ?? "a signal"}` : `exited with code ${code}`;
      const said = tail.trim();
      fail(failed(said === "" ? `it ${how}.` : `it ${how} and said:\n${said}`));
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // The script ended at the same time.
  }
}
