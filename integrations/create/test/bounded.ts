import { spawn } from "node:child_process";

/** Where and how a program runs, and for how long at most. */
export interface Bounds {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/**
 * What a program prints, on both streams. It fails with all of that if the program fails, or does not end in time: package
 * managers wait without an end for a registry that does not answer.
 */
export function bounded(line: string, { cwd, env, seconds }: Bounds): Promise<string> {
  const [program = "", ...args] = line.split(" ");
  return new Promise((resolve, reject) => {
    // A group of its own, so that what npm has started ends with it.
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    const fail = (problem: string): void => reject(new Error(`\`${line}\` ${problem}. It printed:\n${said}`));
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      fail(`did not end within ${seconds} seconds`);
    }, seconds * 1000);
    child.on("error", ({ message }) => fail(`did not start: ${message}`));
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(said);
      else fail(`ended with exit code ${code}`);
    });
  });
}
