import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { systemCode } from "@flytekit-ts/core/storage";

/** A process, told from one that had its number before. */
export interface ProcessId {
  readonly pid: number;
  readonly host: string;
  /** When the machine began to run, and in which space process numbers count. Empty where that is not known. */
  readonly boot: string;
  /** When the process began, in a form that only this machine compares. Empty where that is not known. */
  readonly start: string;
}

let known: ProcessId | undefined;

/** This process. */
export function thisProcess(): ProcessId {
  known ??= { pid: process.pid, host: hostname(), boot: bootOf(), start: startOf(process.pid) };
  return known.pid === process.pid ? known : (known = { ...known, pid: process.pid });
}

/** Whether a process is running. `unknown` if it is or was on another machine. */
export function stateOf({ pid, host, boot, start }: ProcessId): "running" | "ended" | "unknown" {
  const here = thisProcess();
  if (host !== here.host) return "unknown";
  const [machine = "", space = ""] = boot.split(" ");
  const [machineHere = "", spaceHere = ""] = here.boot.split(" ");
  if (machine !== "" && machineHere !== "" && machine !== machineHere) return "ended";
  if (space !== spaceHere) return "unknown";
  if (!isAlive(pid)) return "ended";
  const startNow = startOf(pid);
  return start === "" || startNow === "" || start === startNow ? "running" : "ended";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Without the right to signal a process there still is one.
    return systemCode(error) === "EPERM";
  }
}

// Containers on one machine share its boot id, and count their processes apart.
function bootOf(): string {
  if (process.platform !== "linux") return "";
  return tried(
    () =>
      `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`,
  );
}

/** A killed process that nobody has waited for is still there, and does nothing any more. */
const ENDED = new Set(["Z", "X", "x"]);

function startOf(pid: number): string {
  if (process.platform === "linux") {
    return tried(() => {
      // The name of the program comes before, and may have spaces and brackets in it.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return ENDED.has(fields[0] ?? "") ? "ended" : (fields[19] ?? "");
    });
  }
  if (process.platform === "win32") return "";
  return tried(() =>
    process
      .getBuiltinModule("node:child_process")
      .execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        env: { ...process.env, LC_ALL: "C" },
      })
      .trim(),
  );
}

function tried(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
