import { spawnSync } from "node:child_process";

/** What a command printed, and whether it succeeded. A command that is not there failed. */
export interface Ran {
  readonly ok: boolean;
  readonly output: string;
  readonly complaints: string;
}

export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1e8,
  });
  return { ok: status === 0, output: stdout ?? "", complaints: error?.message ?? stderr };
}

/** The last lines of what a command complained of. */
export function lastLines(text: string): string {
  return text.trim().split("\n").slice(-8).join("\n");
}
