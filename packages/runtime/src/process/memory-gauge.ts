import { type MemoryCgroup, memoryCgroup } from "./memory-cgroup.js";

/** One look at the memory of the process, in bytes. */
export interface MemoryLook {
  readonly used: number;
  readonly limit: number;
  /** How fast it grows, in bytes a millisecond, since the look before. */
  readonly growth: number;
}

/** The limits of memory that a process has: its container's, and that of the values of JavaScript. */
export interface MemoryLimits {
  readonly container: number | undefined;
  readonly heap: number;
  /** Whether somebody has set that of the heap. */
  readonly isHeapGiven: boolean;
}

const MIB = 1024 * 1024;
// V8 counts young values as well in the limit that it tells, but ends the process when the old ones reach theirs.
const YOUNG = new Set(["new_space", "new_large_object_space"]);

/** Looks at the memory of the process and of its container. */
export class MemoryGauge {
  readonly limits: MemoryLimits;
  readonly #cgroup: MemoryCgroup | undefined;
  readonly #ofContainer = new Growth();
  readonly #ofHeld = new Growth();
  #base = 0;
  #peak = 0;

  constructor(cgroup: MemoryCgroup | undefined = memoryCgroup()) {
    this.#cgroup = cgroup;
    const given = givenHeapLimit();
    this.limits = {
      container: cgroup?.limit,
      get heap() {
        return given ?? v8().getHeapStatistics().heap_size_limit;
      },
      isHeapGiven: given !== undefined,
    };
    this.rebase();
    this.held();
  }

  /** What is used now beside the values of JavaScript is what the process needs itself. */
  rebase(): void {
    const used = this.#cgroup?.usage();
    if (used !== undefined) this.#base = Math.max(this.#base, used - ofJavaScript());
  }

  /** The most that was seen of the container; of the process, if its container has no limit. */
  get peak(): number {
    return this.#cgroup === undefined ? process.resourceUsage().maxRSS * 1024 : this.#peak;
  }

  /** All that the container uses. Undefined if it has no limit. */
  container(): MemoryLook | undefined {
    const limit = this.#cgroup?.limit;
    if (limit === undefined) return undefined;
    const used = this.#cgroup?.usage() ?? process.memoryUsage.rss();
    this.#peak = Math.max(this.#peak, used);
    return { used, limit, growth: this.#ofContainer.since(used) };
  }

  /** The values of JavaScript that have lived for a while. */
  heap(): { readonly used: number; readonly limit: number } {
    const spaces = v8()
      .getHeapSpaceStatistics()
      .filter(({ space_name: name }) => !YOUNG.has(name));
    const used = spaces.reduce((sum, space) => sum + space.space_used_size, 0);
    return { used, limit: this.limits.heap };
  }

  /**
   * The part of the container's memory that JavaScript holds, with what the process needs itself, asked when all garbage is
   * collected. It grows as much as since it was last `kept`.
   */
  held(isKept = true): MemoryLook | undefined {
    const limit = this.limits.container;
    if (limit === undefined) return undefined;
    const used = this.#base + ofJavaScript();
    return { used, limit, growth: this.#ofHeld.since(used, isKept) };
  }
}

/** The heap, and the buffers that its values hold outside. */
function ofJavaScript(): number {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
}

class Growth {
  #used = 0;
  #at = milliseconds();

  since(used: number, isKept = true): number {
    const now = milliseconds();
    // Two looks at once would tell nothing, or anything.
    const growth = (used - this.#used) / Math.max(5, now - this.#at);
    if (!isKept) return growth;
    this.#used = used;
    this.#at = now;
    return growth;
  }
}

// Node loads both of these when they are used, which takes as long as a task that says hello: `performance` as well.
const v8 = (): typeof import("node:v8") => process.getBuiltinModule("node:v8");
const milliseconds = (): number => process.uptime() * 1000;

function givenHeapLimit(): number | undefined {
  const options = [process.env["NODE_OPTIONS"] ?? "", ...process.execArgv].join(" ");
  const given = [...options.matchAll(/--max[-_]old[-_]space[-_]size[= ](\d+)/g)].at(-1)?.[1];
  return given === undefined ? undefined : Number(given) * MIB;
}
