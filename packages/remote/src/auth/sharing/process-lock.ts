import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { makeDirectories, type Signal, systemCode } from "@flytekit-ts/core/storage";

/** What a lock between processes needs. */
export interface LockOptions {
  readonly path: string;
  readonly signal: Signal;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: Signal) => Promise<void>;
}

const BEAT = 2000;
// Many beats: a process that computes does not beat.
const STALE = 20_000;
const PAUSE = 100;

/**
 * Does something while no other process does it that asks for the same lock.
 *
 * L1. The lock is a file that its holder touches every two seconds. It is free when it is gone, when its process on this machine
 *     has ended, or when nobody has touched it for twenty seconds.
 * L2. It is for politeness: where files cannot be written, or a holder was taken for dead, two processes do it at once. So what
 *     is done must be right then, too.
 */
export async function withProcessLock<T>(options: LockOptions, act: () => Promise<T>): Promise<T> {
  const release = await acquire(options);
  try {
    return await act();
  } finally {
    await release();
  }
}

async function acquire(options: LockOptions): Promise<() => Promise<void>> {
  const { path, signal, wait } = options;
  const id = randomUUID();
  for (;;) {
    signal.throwIfAborted();
    const made = await make(path, id);
    if (made === "impossible") return async () => {};
    if (made === "made") return hold(path, id);
    if (!(await freeIfStale(options))) await wait(PAUSE, signal);
  }
}

async function make(path: string, id: string): Promise<"made" | "taken" | "impossible"> {
  try {
    await makeDirectories(dirname(path), 0o700);
  } catch {
    return "impossible";
  }
  try {
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), id }), {
      flag: "wx",
      mode: 0o600,
    });
    return "made";
  } catch (error) {
    return systemCode(error) === "EEXIST" ? "taken" : "impossible";
  }
}

function hold(path: string, id: string): () => Promise<void> {
  const beat = setInterval(() => {
    const time = new Date();
    utimes(path, time, time).catch(() => {});
  }, BEAT);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await holderIn(path))?.id === id) await rm(path, { force: true });
  };
}

async function freeIfStale({ path, now }: LockOptions): Promise<boolean> {
  const holder = await holderIn(path);
  const touched = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  if (touched === undefined) return true;
  if (!hasEnded(holder) && now() - touched < STALE) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    // Somebody may have been faster, and this is the lock of the living.
    if ((await holderIn(aside))?.id !== holder?.id) await link(aside, path);
  } catch {
    // Somebody was faster.
  }
  await rm(aside, { force: true, recursive: true });
  return true;
}

interface Holder {
  readonly pid?: unknown;
  readonly host?: unknown;
  readonly id?: unknown;
}

async function holderIn(path: string): Promise<Holder | undefined> {
  try {
    return Object(JSON.parse(await readFile(path, "utf8")));
  } catch {
    // Gone, or made and not yet written.
    return undefined;
  }
}

function hasEnded(holder: Holder | undefined): boolean {
  if (typeof holder?.pid !== "number" || holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}
