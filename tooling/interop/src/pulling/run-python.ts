import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { lastLines } from "../python/command.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";

/** Where a file of Python is run: with which Python, at which cluster, and what its home is. */
export interface PythonPlace {
  readonly interpreter: Interpreter;
  readonly endpoint: string;
  readonly folder: string;
}

/** What a file of the folder `python` prints. @throws if it fails, with what it complained of. */
export async function runPython(
  { interpreter, endpoint, folder }: PythonPlace,
  name: string,
  args: readonly string[],
): Promise<string> {
  const env = {
    ...process.env,
    ...interpreter.env,
    FLYTE_PLATFORM_URL: endpoint,
    FLYTE_PLATFORM_INSECURE: "true",
    FLYTE_PLATFORM_AUTH_MODE: "",
    HOME: folder,
  };
  const child = spawn(interpreter.command, [pythonFile(name), ...args], { env });
  const [output, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (code === 0) return output;
  throw new Error(`${name} failed: ${lastLines(output)}\n${lastLines(complaints)}`);
}
