import { type ChildProcess, spawn } from "node:child_process";

/** How a process has ended, and what it has printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly nodeOptions?: readonly string[];
  /** Called for each chunk that the process prints, to send signals when it is ready. */
  onOutput?(text: string, child: ChildProcess): void;
}

/** Runs a file with Node to its end. */
export async function runProcess(
  file: string,
  args: readonly string[] = [],
  { env = {}, cwd, nodeOptions = [], onOutput }: ProcessOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...nodeOptions, file, ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    cwd,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    onOutput?.(stdout, child);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
