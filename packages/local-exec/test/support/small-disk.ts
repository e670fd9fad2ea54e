import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place on which little can be written. */
export interface SmallDisk {
  /** `tmpfs`: a disk of its own. `limit`: a folder, and processes that may write only small files. */
  readonly kind: "tmpfs" | "limit";
  readonly folder: string;
  /** Leave room for about so many bytes. Gives what a shell has to say before a program that writes there. */
  fill(left: number): string | undefined;
  /** Make room. */
  free(): void;
  remove(): void;
}

const SIZE = 32 * 1024 * 1024;

/** A small disk, or, if this user may not mount one, a folder for processes with a limit. It says which. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "disk-"));
  // FULL_DISK=limit tries the second way where the first one works.
  if (process.env["FULL_DISK"] === "limit") return limited(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    process.stderr.write(
      "no tmpfs can be mounted here: full disks are imitated by a limit of files' sizes\n",
    );
    return limited(folder);
  }
  process.stderr.write("full disks are tmpfs\n");
  const ballast = join(folder, "ballast");
  return {
    kind: "tmpfs",
    folder,
    fill(left) {
      rmSync(ballast, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      return undefined;
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function limited(folder: string): SmallDisk {
  return {
    kind: "limit",
    folder,
    // The system then says EFBIG for what is beyond, as ENOSPC on a full disk.
    fill: (left) => `trap '' XFSZ; ulimit -f ${Math.max(1, Math.floor(left / 1024))};`,
    free() {},
    remove: () => rmSync(folder, { recursive: true }),
  };
}
