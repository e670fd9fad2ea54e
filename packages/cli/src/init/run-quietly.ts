import { spawn } from "node:child_process";
import type { Signal } from "@flytekit-ts/core/storage";

/** How another program ended. */
export interface QuietEnd {
  /** `undefined` if it did not start, or was stopped. */
  readonly code: number | undefined;
  /** The last that it printed, on both streams. */
  readonly said: string;
}

/** Where another program runs; its environment is that of this process if absent. */
export interface Quietly {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly signal?: Signal | undefined;
}

const KEPT = 4000;

/** Run another program without showing what it prints. It is stopped when the signal fires. Never rejects. */
export function runQuietly(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: Quietly,
): Promise<QuietEnd> {
  return new Promise((resolve) => {
    // Programs of npm are scripts on Windows, which need its shell; all arguments are words of ours.
    const shell = process.platform === "win32";
    const child = spawn(program, [...args], {
      cwd,
      env: env ?? process.env,
      shell,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const stop = (): void => void child.kill("SIGTERM");
    const end = (code: number | undefined, more = ""): void => {
      signal?.removeEventListener("abort", stop);
      resolve({ code, said: `${said}${more}`.trim() });
    };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (said = `${said}${text}`.slice(-KEPT)));
    child.on("error", ({ message }) => end(undefined, message));
    child.on("close", (code) => end(code ?? undefined));
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}
