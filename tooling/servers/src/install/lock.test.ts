import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { withLock } from "./lock.js";

describe("withLock", () => {
  it("lets one act after the other, also after a failure", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lock-"));
    const lock = join(folder, "below", "lock");
    let inside = 0;
    const act = async (): Promise<number> => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      return inside;
    };
    const fails = withLock(lock, async () => {
      throw new Error("it failed");
    });
    const all = await Promise.allSettled([fails, withLock(lock, act), withLock(lock, act)]);
    expect(all).toMatchObject([{ reason: new Error("it failed") }, { value: 0 }, { value: 0 }]);
    expect(await readdir(join(folder, "below"))).toEqual([]);
  });

  it("takes the lock of a process that is gone", async () => {
    const lock = join(await mkdtemp(join(tmpdir(), "lock-")), "lock");
    // Above what a process of Linux can have.
    await writeFile(lock, "99999999");
    expect(await withLock(lock, async () => "done")).toBe("done");
  });
});
