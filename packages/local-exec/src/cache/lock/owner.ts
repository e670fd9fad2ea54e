import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { systemCode } from "@flytekit-ts/core/storage";

/** A process, such that another process can tell whether it still lives. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process started, as the system counts it. Empty where the system does not tell. */
  readonly started: string;
}

/** This process. */
export function thisProcess(): Owner {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid) ?? "" };
}

/** Whether a process of this machine lives. Undefined for a process of another machine. */
export function isAlive({ host, pid, started }: Owner): boolean | undefined {
  if (host !== hostname()) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process lives too.
    if (systemCode(error) !== "EPERM") return false;
  }
  // The number of a process is used again after its end.
  const now = startOf(pid);
  return started === "" || now === undefined || now === started;
}

// Linux tells it, in clock ticks since the machine started; the name of the program before it may have any characters.
function startOf(pid: number): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
    // A process that has ended, and whose parent has not asked for it, is of state Z.
    if (fields?.[0] === "Z") return "ended";
    return `${boot} ${fields?.[19] ?? ""}`;
  } catch {
    return undefined;
  }
}
