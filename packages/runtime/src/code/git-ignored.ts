import { spawnSync } from "node:child_process";

/** The files below a folder that git ignores, relative to it, with forward slashes; none outside of a repository. */
export function gitIgnored(root: string): ReadonlySet<string> {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z", "-io", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
  // Without git, or outside of a repository, nothing is known to be ignored, as in flytekit.
  return status === 0 ? new Set(stdout.split("\0").filter((path) => path !== "")) : new Set();
}
