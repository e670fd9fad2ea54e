import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { newCacheDir } from "../../test/support/cached-runs.js";
import { clearCache, listCache, runLocal } from "../entries/index.js";

const made = (name: string, version: string) =>
  task({ name, inputs: { x: t.int() }, output: t.string(), cache: { version } }, ({ x }) => "y".repeat(x));

describe("the list of a cache", () => {
  it("says by task what is kept, and how large it is", async () => {
    const dir = newCacheDir();
    for (const [name, version, x] of [
      ["a", "1", 1],
      ["a", "2", 1],
      ["a", "2", 90_000],
      ["b", "1", 1],
    ] as const)
      await runLocal(made(name, version), { x }, { cache: dir });
    const { tasks, bytes, dir: folder } = await listCache({ dir });
    expect(folder).toBe(dir);
    expect(tasks.map(({ task: name, versions, results }) => [name, versions.toSorted(), results])).toEqual(
      expect.arrayContaining([
        ["a", ["1", "2"], 3],
        ["b", ["1"], 1],
      ]),
    );
    expect(bytes).toBeGreaterThan(90_000);
    expect(tasks.every((each) => each.bytes > 0 && Date.now() - each.usedAt < 60_000)).toBe(true);
    await clearCache({ dir, task: "a" });
    expect((await listCache({ dir })).tasks.map(({ task: name }) => name)).toEqual(["b"]);
  });

  it("is none of a file in place of the cache, or of a folder around it", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "cache-")), "file");
    writeFileSync(file, "");
    for (const dir of [file, join(file, "cache")])
      await expect(listCache({ dir })).rejects.toMatchObject({
        code: "CACHE_UNUSABLE",
        message: expect.stringContaining("a part of its path is a file") as unknown,
      });
  });

  it("is none of a link that leads nowhere, in place of the cache or of a folder around it", async () => {
    const link = join(mkdtempSync(join(tmpdir(), "cache-")), "link");
    symlinkSync("gone", link);
    for (const dir of [link, join(link, "cache")])
      await expect(listCache({ dir })).rejects.toMatchObject({
        code: "CACHE_UNUSABLE",
        message: expect.stringContaining("a symbolic link in its path leads nowhere") as unknown,
      });
  });

  it("goes on at a file among the folders of a cache", async () => {
    const dir = newCacheDir();
    await runLocal(made("a", "1"), { x: 1 }, { cache: dir });
    writeFileSync(join(dir, "flytekit-ts-results-v1", "tasks", "stray"), "");
    expect((await listCache({ dir })).tasks).toMatchObject([{ task: "a" }]);
  });

  it("is empty where there is no cache", async () => {
    expect(await listCache({ dir: join(newCacheDir(), "none") })).toMatchObject({ tasks: [], bytes: 0 });
  });
});
