import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { ContainerRow } from "../rows/container-row.js";
import type { Folders } from "./folders.js";

/** How a process ended, and what it printed. */
export interface Ended {
  /** 128 + n if signal n ended it. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than any row's process takes: one that is still there is stuck. */
const LONGEST = 120_000;

/** Start a command as a row's was started, and wait for its end; `programs` is the folder with our commands. */
export async function start(
  row: ContainerRow,
  commandLine: readonly string[],
  folders: Folders,
  programs: string,
): Promise<Ended> {
  const [program = "", ...args] = commandLine.map((each) => folders.real(each));
  const own = Object.fromEntries(Object.entries(row.env).map(([name, value]) => [name, folders.real(value)]));
  const child = spawn(program, args, {
    cwd: folders.at("{CWD}"),
    env: { ...surroundings(folders, programs), ...own },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST,
    killSignal: "SIGKILL",
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (bytes: Buffer) => void stdout.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => void stderr.push(bytes));
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  if (row.signal !== undefined) void signalOnce(child, join(folders.at("{IN}"), "started"), row.signal.name);
  const exitCode = await ended;
  return { exitCode, stdout: textOf(stdout), stderr: textOf(stderr) };
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function surroundings(folders: Folders, programs: string): NodeJS.ProcessEnv {
  return {
    PATH: [programs, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
    HOME: folders.at("{HOME}"),
    TMPDIR: folders.at("{TMP}"),
    LANG: "C.UTF-8",
  };
}

type Child = ReturnType<typeof spawn>;

/** Signal a process once it has made a file. */
async function signalOnce(child: Child, marker: string, name: string): Promise<void> {
  while (!existsSync(marker)) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill(name as NodeJS.Signals);
}
