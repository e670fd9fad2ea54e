import { writeSync } from "node:fs";
import { systemCode } from "@flytekit-ts/core/storage";

/**
 * Makes what a task prints arrive whole.
 *
 * Node keeps in memory what a slow reader of a pipe has not read yet, and drops it at `process.exit`: writing waits for
 * the reader instead, as it does in other languages. A reader that is gone ends no task.
 */
export function settleStreams(): void {
  for (const name of ["stdout", "stderr"] as const) {
    const descriptor = Object.getOwnPropertyDescriptor(process, name);
    if (descriptor?.get === undefined || descriptor.configurable !== true) {
      settle(process[name]);
      continue;
    }
    // When it is used: Node makes a stream then, which takes as long as a task that says hello.
    unused.add(name);
    const get = (): NodeJS.WriteStream => {
      unused.delete(name);
      Object.defineProperty(process, name, descriptor);
      settle(process[name]);
      return process[name];
    };
    Object.defineProperty(process, name, { ...descriptor, get });
  }
}

const unused = new Set<"stdout" | "stderr">();

/** The streams that this process may have printed to. */
export function usedStreams(): readonly NodeJS.WriteStream[] {
  return (["stdout", "stderr"] as const).flatMap((name) => (unused.has(name) ? [] : [process[name]]));
}

function settle(stream: NodeJS.WriteStream): void {
  // Node offers it only on the handle. Files have none, and need none.
  const handle: unknown = Reflect.get(stream, "_handle");
  const setBlocking: unknown = Reflect.get(Object(handle), "setBlocking");
  if (typeof setBlocking === "function") Reflect.apply(setBlocking, handle, [true]);
  stream.on("error", () => {});
}

const MORE_TRIES = new Set(["EAGAIN", "EINTR"]);

/** Writes a line to the log of the container at once, whatever else the process does. */
export function logLine(line: string): void {
  writeLine(2, line);
}

/** Writes a line to standard output at once: what somebody asked for. */
export function printLine(line: string): void {
  writeLine(1, line);
}

function writeLine(descriptor: number, line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // Nobody reads it any more.
      if (!MORE_TRIES.has(systemCode(error))) return;
    }
  }
}
