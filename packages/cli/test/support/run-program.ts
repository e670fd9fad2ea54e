import { spawn } from "node:child_process";
import { PROGRAM } from "./a-project.js";
import { shellCode } from "./shell-code.js";

/** How the built program ended. */
export interface Ended {
  /** As a shell says it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is around the program; its environment is that of the test with these changes. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly stdin?: string | undefined;
  /** As whom it runs; only root may choose. */
  readonly user?: { readonly uid?: number; readonly gid?: number } | undefined;
  /** Another program than the built one. */
  readonly program?: string | undefined;
  /** Called with all that was written so far, whenever there is more. */
  readonly onOutput?: ((written: string, kill: (signal: NodeJS.Signals) => void) => void) | undefined;
}

/** Run the built program in a process of its own. */
export async function runProgram(argv: readonly string[], options: ProgramOptions): Promise<Ended> {
  const { cwd, env, stdin = "", program = PROGRAM, onOutput, user } = options;
  const child = spawn(process.execPath, [program, ...argv], {
    cwd,
    env: { ...process.env, ...env },
    ...user,
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8");
    child[name].on("data", (text: string) => {
      written[name] += text;
      onOutput?.(written.stdout + written.stderr, (signal) => child.kill(signal));
    });
  }
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: shellCode(code, signal), ...written }));
  });
}
