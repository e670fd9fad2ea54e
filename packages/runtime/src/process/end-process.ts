import type { Writable } from "node:stream";
import { logLine, usedStreams } from "./streams.js";

// What an author may replace.
const exit = process.exit.bind(process);

/** Writes a last line to the log, waits until all that was printed is out, and ends the process. */
export async function endProcess(exitCode: number, line?: string): Promise<never> {
  await printed();
  if (line !== undefined) logLine(line);
  return exitWith(exitCode);
}

/** Settles when all that was printed is out. */
export async function printed(): Promise<void> {
  await Promise.all(usedStreams().map(flushed));
}

/** Ends the process now. A handler of its end that throws cannot keep it. */
export function exitWith(exitCode: number): never {
  try {
    return exit(exitCode);
  } catch (error) {
    logLine(`a handler of the end of the process failed: ${String(error)}`);
    // Node calls the handlers once.
    return exit(exitCode);
  }
}

// A closed stream takes nothing more, and says so by an error.
async function flushed(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return;
  await new Promise<void>((resolve) => {
    stream.once("close", () => resolve());
    stream.write("", () => resolve());
  });
}
