import { createHash } from "node:crypto";
import type { Loaders } from "./loaders.js";
import { TaskPool } from "./task-pool.js";

/** What the workers of a pool have in common. */
export interface PoolSettings {
  readonly kind: "worker" | "process";
  readonly loaders: Loaders;
  /** The largest heap of a worker, in bytes. */
  readonly memory: number | undefined;
}

/** How long a worker may have nothing to do, in milliseconds. */
const IDLE = 10_000;
// A run never waits for the pool: it has slots, and a worker that is told to end may take its time.
const MOST_WORKERS = 4096;
const MOST_POOLS = 16;

const pools = new Map<string, Promise<TaskPool>>();

/**
 * The pool with these settings. Runs share pools, because a worker takes longer to start than most tasks take. A pool keeps
 * no process alive, and its workers end after a while without work.
 */
export function poolOf(settings: PoolSettings): Promise<TaskPool> {
  const key = keyOf(settings);
  const known = pools.get(key) ?? makePool(settings);
  // The last one used is the last in the map.
  pools.delete(key);
  pools.set(key, known);
  const [oldest] = pools.keys();
  if (pools.size > MOST_POOLS && oldest !== undefined) pools.delete(oldest);
  return known;
}

// A worker has the environment of the time when it started.
function keyOf({ kind, loaders, memory }: PoolSettings): string {
  const { filename, execArgv } = loaders;
  const folder = kind === "process" ? process.cwd() : "";
  const all = [kind, filename, execArgv, memory, folder, process.env];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

async function makePool({ kind, loaders, memory }: PoolSettings): Promise<TaskPool> {
  // Loaded for the first run that needs it.
  const { Tinypool } = await import("tinypool");
  const megabytes = memory === undefined ? undefined : Math.max(1, Math.floor(memory / 2 ** 20));
  const shared = {
    filename: loaders.filename,
    name: "serve",
    minThreads: 0,
    maxThreads: MOST_WORKERS,
    idleTimeout: IDLE,
    // A thread that waits without its event loop would keep timers of its last task for the next one.
    useAtomics: false,
  };
  if (kind === "worker") {
    const limits = megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } };
    const flags = loaders.execArgv === undefined ? {} : { execArgv: [...loaders.execArgv] };
    return new TaskPool(new Tinypool({ ...shared, ...limits, ...flags, runtime: "worker_threads" }));
  }
  const heap = megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`];
  return new TaskPool(
    new Tinypool({
      ...shared,
      runtime: "child_process",
      serialization: "advanced",
      execArgv: [...(loaders.execArgv ?? []), ...heap],
      env: Object.fromEntries(
        Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    }),
  );
}
