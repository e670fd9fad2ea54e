import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
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

const MOUNT = "mount -t tmpfs -o size=256k,mode=777";

/** Whether disks can be made: by root, or by who may be root of a world of their own. */
export const canMount =
  spawnSync("unshare", ["-rm", "bash", "--norc", "-c", `${MOUNT} disk /mnt`], { stdio: "ignore" }).status ===
  0;

/** Run the built program where a folder is a disk. The disk is gone when it has ended; `left` is what was on it. */
export function runOnDisk(
  argv: readonly string[],
  { cwd, disk, folder, env }: OnDisk,
): {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly left: readonly string[];
} {
  mkdirSync(folder, { recursive: true });
  const script = `${MOUNT} disk "$0" && { ${PREPARED[disk]}; } && { "$@"; code=$?; find "$0" -mindepth 1 -printf '%P\\n' >&3; exit $code; }`;
  const { status, stdout, stderr, output } = spawnSync(
    "unshare",
    ["-rm", "bash", "--norc", "-c", script, folder, process.execPath, PROGRAM, ...argv],
    { cwd, encoding: "utf8", env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  const left = (output[3] ?? "").split("\n").filter((each) => each !== "" && each !== "filled");
  return { code: status, stdout, stderr, left };
}
