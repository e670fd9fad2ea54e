import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Processes notice within half a second that their parent was killed. */
const PATIENCE = 5000;

/** The processes that still have this text in their environment, once the others had time to end. */
export async function processesLeft(text: string): Promise<readonly string[]> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const left = process.platform === "linux" ? inProc(text) : inPs(text);
    if (left.length === 0 || Date.now() > until) return left;
    await wait(50);
  }
}

function inProc(text: string): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name) || name === String(process.pid)) return false;
    try {
      // A process that has ended has an empty one.
      return readFileSync(`/proc/${name}/environ`, "latin1").includes(text);
    } catch {
      // It has ended, or belongs to somebody else.
      return false;
    }
  });
}

function inPs(text: string): readonly string[] {
  const listed = execFileSync("ps", ["eww", "-A"], { encoding: "utf8", maxBuffer: 1e8 });
  return listed.split("\n").filter((line) => line.includes(text));
}
