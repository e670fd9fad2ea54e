import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A cgroup that limits the memory of the processes in it. */
export interface TestCgroup {
  /** What a shell has to say before it becomes the program. */
  readonly enter: string;
  remove(): void;
}

/** Why no memory cgroup can be made here, or one of so many MiB. */
export function makeMemoryCgroup(megabytes: number): TestCgroup | { readonly reason: string } {
  const name = `flytekit-ts-test-${process.pid}-${megabytes}-${Math.random().toString(36).slice(2)}`;
  const reasons: string[] = [];
  for (const [base, limit] of [
    ["/sys/fs/cgroup/memory", "memory.limit_in_bytes"],
    ["/sys/fs/cgroup", "memory.max"],
  ] as const) {
    const folder = join(base, name);
    try {
      mkdirSync(folder);
      try {
        writeFileSync(join(folder, limit), String(megabytes * 1024 * 1024));
        readFileSync(join(folder, "cgroup.procs"));
      } catch (error) {
        rmdirSync(folder);
        throw error;
      }
      return { enter: `echo $$ > ${join(folder, "cgroup.procs")} && `, remove: () => rmdirSync(folder) };
    } catch (error) {
      reasons.push(String(error));
    }
  }
  return { reason: reasons.join("; ") };
}
