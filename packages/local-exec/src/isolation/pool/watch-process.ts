import type { ChildProcess } from "node:child_process";
import type { TinypoolWorker } from "tinypool";
import { type Exit, exitOf } from "./exit.js";

const running = new Set<ChildProcess>();
let isWatching = false;

/** Hear how a process of a pool ends, and end it when this process ends. */
export function watchProcess(worker: TinypoolWorker, hear: (exit: Exit) => void): void {
  const child = Reflect.get(worker, "process") as ChildProcess;
  let last = "";
  child.stderr?.on(
    "data",
    (chunk: Buffer) => void (last = (last + chunk.toString("latin1")).slice(-LONGEST)),
  );
  killAtExit(child);
  child.once("exit", (code, signal) => {
    running.delete(child);
    hear(
      exitOf({
        code: code ?? undefined,
        signal: signal ?? undefined,
        isOutOfMemory: OUT_OF_MEMORY.test(last),
      }),
    );
  });
}

// What V8 writes before it aborts.
const OUT_OF_MEMORY = /FATAL ERROR: .*(heap limit|out of memory|Allocation failed)/i;
// Its report of the stacks comes after that line.
const LONGEST = 16_384;

function killAtExit(child: ChildProcess): void {
  running.add(child);
  if (isWatching) return;
  isWatching = true;
  // A process that computes does not notice that its parent is gone.
  process.once("exit", () => {
    for (const each of running) each.kill("SIGKILL");
  });
}
