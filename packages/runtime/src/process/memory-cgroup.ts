import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The memory of the container that this process is in, as the kernel counts it. */
export interface MemoryCgroup {
  /** In bytes; what is above ends the process. */
  readonly limit: number;
  /** The bytes that are used, without files that the kernel keeps as long as there is room; undefined if unknown. */
  usage(): number | undefined;
}

interface Version {
  readonly folder: string;
  readonly limit: string;
  readonly usage: string;
  /** What of `memory.stat` is given back when there is no room. */
  readonly files: readonly [cached: string, shared: string];
}

const V1: Version = {
  folder: "sys/fs/cgroup/memory",
  limit: "memory.limit_in_bytes",
  usage: "memory.usage_in_bytes",
  files: ["total_cache", "total_shmem"],
};
const V2: Version = {
  folder: "sys/fs/cgroup",
  limit: "memory.max",
  usage: "memory.current",
  files: ["file", "shmem"],
};

// Without a limit, version 2 says `max`, and version 1 the largest number of pages there is.
const NO_LIMIT = 2 ** 50;

/**
 * The cgroup that limits the memory of this process: the one with the lowest limit, of its own and those around it.
 * Undefined if none does, or if it cannot be told.
 *
 * In a container the path is often that of the host, of which only the end of the tree is there, at its root.
 */
export function memoryCgroup(root = "/"): MemoryCgroup | undefined {
  let lowest: (MemoryCgroup & { readonly limit: number }) | undefined;
  for (const { version, path } of cgroupsOf(root)) {
    for (let at = path; ; at = posix.dirname(at)) {
      const folder = join(root, version.folder, at);
      const limit = Number(read(join(folder, version.limit)));
      if (Number.isInteger(limit) && limit > 0 && limit < Math.min(NO_LIMIT, lowest?.limit ?? NO_LIMIT))
        lowest = { limit, usage: () => usageOf(folder, version) };
      if (at === "/") break;
    }
  }
  return lowest;
}

function* cgroupsOf(
  root: string,
): Generator<{ readonly version: Version; readonly path: string }, undefined> {
  for (const line of (read(join(root, "proc/self/cgroup")) ?? "").split("\n")) {
    const {
      id,
      controllers = "",
      path = "/",
    } = /^(?<id>\d+):(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line)?.groups ?? {};
    // A path that begins with `/..` is outside what this process may see.
    const seen = path.split("/").includes("..") ? "/" : path;
    if (id === "0" && controllers === "") yield { version: V2, path: seen };
    if (controllers.split(",").includes("memory")) yield { version: V1, path: seen };
  }
}

function usageOf(folder: string, { usage, files }: Version): number | undefined {
  const all = Number(read(join(folder, usage)));
  if (!Number.isInteger(all) || all === 0) return undefined;
  const stat = read(join(folder, "memory.stat")) ?? "";
  const [cached, shared] = files.map((name) =>
    Number(new RegExp(`^${name} (\\d+)$`, "m").exec(stat)?.[1] ?? 0),
  );
  return all - ((cached ?? 0) - (shared ?? 0));
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
