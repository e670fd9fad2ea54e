import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { lastLines } from "../python/command.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";

/** A program in Python that runs beside us. */
export interface PythonProcess {
  /** The first line that it prints. @throws what it complained of, if it prints none */
  readonly firstLine: Promise<string>;
  /** All that it prints, when it has ended well. @throws what it complained of, if not */
  readonly output: Promise<string>;
  /** Ends its input, and waits for its end. */
  close(): Promise<void>;
}

/** Starts a file of the folder `python`. */
export function startPython(
  { command, env }: Interpreter,
  file: string,
  args: readonly string[] = [],
): PythonProcess {
  const child: ChildProcessWithoutNullStreams = spawn(command, [pythonFile(file), ...args], {
    env: { ...process.env, ...env },
  });
  let printed = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const failed = (): Error => new Error(`${file} failed:\n${lastLines(complaints)}`);
  const output = ended.then((code) => {
    if (code !== 0) throw failed();
    return printed;
  });
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  const firstLine = Promise.race([
    line,
    ended.then(() => {
      throw failed();
    }),
  ]);
  // Whoever wants only one of both leaves the other to itself.
  output.catch(() => {});
  firstLine.catch(() => {});
  return {
    firstLine,
    output,
    close: async () => {
      child.stdin.end();
      await ended.catch(() => {});
    },
  };
}
