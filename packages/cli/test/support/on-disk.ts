import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { PROGRAM } from "./a-project.js";

/** What becomes of a new disk before the program runs. */
const PREPARED = {
  full: 'cat /dev/zero > "$0/filled" 2> /dev/null || [ -s "$0/filled" ]',
  "read-only": 'mount -o remount,ro "$0"',
  roomy: ":",
} as const;

export interface OnDisk {
  readonly cwd: string;
  readonly disk: keyof typeof PREPARED;
  /** The folder in whose place the disk is; it is made. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** How the program ended, and what was on the disk then. */
export interface EndedOnDisk {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly left: readonly string[];
}

const MOUNT = "mount -t tmpfs -o size=256k,mode=777";

/** Whether disks can be made: by root, or by who may be root of a world of their own. */
export const canMount =
  spawnSync("unshare", ["-rm", "bash", "--norc", "-c", `${MOUNT} disk /mnt`], { stdio: "ignore" }).status ===
  0;

/** Run the built program where a folder is a disk of its own, which is gone when it has ended. */
export async function runOnDisk(
  argv: readonly string[],
  { cwd, disk, folder, env }: OnDisk,
): Promise<EndedOnDisk> {
  mkdirSync(folder, { recursive: true });
  const list = `find "$0" -mindepth 1 -printf '%P\\n' >&3`;
  const script = `${MOUNT} disk "$0" && { ${PREPARED[disk]}; } && { "$@"; code=$?; ${list}; exit $code; }`;
  const child = spawn(
    "unshare",
    ["-rm", "bash", "--norc", "-c", script, folder, process.execPath, PROGRAM, ...argv],
    { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  const [, ...streams] = child.stdio as readonly unknown[] as readonly Readable[];
  const [[stdout = "", stderr = "", listed = ""], code] = await Promise.all([
    Promise.all(streams.map((stream) => text(stream))),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  const left = listed.split("\n").filter((each) => each !== "" && each !== "filled");
  return { code, stdout, stderr, left };
}
