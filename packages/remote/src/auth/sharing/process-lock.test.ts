import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type LockOptions, withProcessLock } from "./process-lock.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "process-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const options = (parts: Partial<LockOptions> = {}): LockOptions => ({
  path: join(folder, "a", "lock"),
  signal: new AbortController().signal,
  now: Date.now,
  wait: async (_milliseconds, signal) => setTimeout(1, undefined, { signal }),
  ...parts,
});

it("lets one in at a time", async () => {
  let inside = 0;
  let most = 0;
  const act = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await setTimeout(2);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, async () => withProcessLock(options(), act)));
  expect(most).toBe(1);
  expect(existsSync(options().path)).toBe(false);
});

it("gives back what a failure leaves", async () => {
  await expect(withProcessLock(options(), async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withProcessLock(options(), async () => 1)).toBe(1);
});

it.each([
  ["whose process has ended", JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), id: "x" }), 0],
  [
    "that nobody has touched for long, of another machine",
    JSON.stringify({ pid: 1, host: "elsewhere", id: "x" }),
    30,
  ],
  ["that holds nothing, and is old", "", 30],
])("takes a lock %s", async (_case, text, age) => {
  const path = join(folder, "lock");
  writeFileSync(path, text);
  const touched = Date.now() / 1000 - age;
  utimesSync(path, touched, touched);
  expect(await withProcessLock(options({ path }), async () => 1)).toBe(1);
});

it("waits for a lock of the living until its caller gives up", async () => {
  const path = join(folder, "lock");
  writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), id: "x" }));
  const abort = new AbortController();
  const wait: LockOptions["wait"] = async () => abort.abort();
  await expect(withProcessLock(options({ path, wait, signal: abort.signal }), async () => 1)).rejects.toThrow(
    "aborted",
  );
});

it("does without where no file can be", async () => {
  expect(await withProcessLock(options({ path: "/dev/null/a/lock" }), async () => 1)).toBe(1);
});
