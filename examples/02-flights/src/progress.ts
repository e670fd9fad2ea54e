import type { RunEvent } from "@flytekit-ts/local-exec";

/** What progress is written to: standard error, or anything with its two members. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows how a run goes: one line that is rewritten on a terminal, a line per node elsewhere (a log keeps
 * what was written to it).
 *
 * @returns a listener for the run's events
 */
export function createProgress(screen: Screen, nodes: number): (event: RunEvent) => void {
  let done = 0;
  return (event) => {
    if (event.kind === "node-succeeded" || event.kind === "node-failed") {
      if (event.kind === "node-succeeded") done += 1;
      const mark = event.kind === "node-succeeded" ? "ok  " : "fail";
      const count = `${String(done).padStart(String(nodes).length)}/${nodes}`;
      show(screen, `${count} ${mark} ${event.name.padEnd(20)} ${event.duration.toFixed(0).padStart(6)} ms`);
    }
    if (event.kind === "run-succeeded" || event.kind === "run-failed") {
      const how = event.kind === "run-succeeded" ? "succeeded" : "failed";
      show(screen, `${event.entity} ${how} in ${(event.duration / 1000).toFixed(2)} s`);
      if (screen.isTTY === true) screen.write("\n");
    }
  };
}

function show(screen: Screen, line: string): void {
  // Back to the start of the line, the text, and nothing left of what was there before.
  screen.write(screen.isTTY === true ? `\r${line}\u001b[K` : `${line}\n`);
}
