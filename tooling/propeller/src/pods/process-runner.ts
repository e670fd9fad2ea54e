import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { Slots } from "./slots.js";
import type { Pod, PodEnd, PodRunner } from "./pod.js";

/** How pods become processes of this machine. */
export interface ProcessOptions {
  /** The environment of every process, below what a task says. Only the path, by default. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** What is started for a program instead: `pyflyte-execute` of a certain Python, for example. */
  readonly commands?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The working directory: what an image would set. */
  readonly cwd?: string | ((pod: Pod) => string) | undefined;
  /** How many run at a time. Two, by default. */
  readonly concurrency?: number | undefined;
  /** What is told of each process as it prints. */
  readonly onOutput?: ((pod: Pod, text: string) => void) | undefined;
}

const LOG = 16_384;
const GRACE = 5000;

/** Starts the real command of every pod as a process. */
export function processRunner(options: ProcessOptions = {}): PodRunner {
  const slots = new Slots(options.concurrency ?? 2);
  return { run: (pod, signal) => slots.use(() => run(pod, options, signal)) };
}

async function run(pod: Pod, options: ProcessOptions, signal: AbortSignal): Promise<PodEnd> {
  signal.throwIfAborted();
  const { env = { PATH: process.env["PATH"] ?? "" }, commands = {}, cwd = process.cwd(), onOutput } = options;
  const [program = "", ...args] = pod.command;
  const [file = program, ...first] = commands[program] ?? [program];
  return new Promise((resolve, reject) => {
    // In a group of its own, so that what it starts ends with it.
    const child = spawn(file, [...first, ...args], {
      cwd: typeof cwd === "string" ? cwd : cwd(pod),
      env: { ...env, ...pod.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let log = "";
    const hear = (text: string): void => {
      log = (log + text).slice(-LOG);
      onOutput?.(pod, text);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    const stop = (): void => kill(child);
    signal.addEventListener("abort", stop, { once: true });
    // As Kubernetes says it of a program that is not there.
    child.once("error", (error) => resolve({ exitCode: 128, reason: "StartError", log: error.message }));
    child.once("close", (code, killer) => {
      signal.removeEventListener("abort", stop);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve({ exitCode: code ?? 128 + (killer === null ? 0 : constants.signals[killer]), log });
    });
  });
}

function kill(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  send(pid, "SIGTERM");
  const timer = setTimeout(() => send(pid, "SIGKILL"), GRACE);
  child.once("close", () => clearTimeout(timer));
}

// The group may be gone already.
function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
