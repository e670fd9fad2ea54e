import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDirectories } from "./make-directories.js";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "core-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("makeDirectories", () => {
  it("makes all that is missing, also if several do so at once", async () => {
    const path = join(folder, "a/b/c");
    await Promise.all([1, 2, 3, 4].map(() => makeDirectories(path)));
    await makeDirectories(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("gives all that it makes a mode", async () => {
    await makeDirectories(join(folder, "a/b"), 0o700);
    for (const each of ["a", "a/b"]) expect(statSync(join(folder, each)).mode & 0o777).toBe(0o700);
  });

  it("fails at a file in the way", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(makeDirectories(join(folder, "file"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeDirectories(join(folder, "file/a"))).rejects.toMatchObject({ code: /EEXIST|ENOTDIR/ });
  });

  it.runIf(existsSync("/proc/self"))("fails where a file system takes no directories", async () => {
    await expect(makeDirectories("/proc/flytekit-ts/a")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
