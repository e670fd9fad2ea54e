import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { makeFolder } from "./make-folder.js";

it("makes a folder and those above it, once", () => {
  const folder = join(temporaryFolder(), "a/b/c");
  makeFolder(folder);
  makeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

it("says what the file system says, and comes to an end", () => {
  const folder = temporaryFolder({ file: "" });
  expect(() => makeFolder(join(folder, "file/a/b"))).toThrow("ENOTDIR");
  expect(() => makeFolder(join(folder, "file"))).toThrow("EEXIST");
});

it.skipIf(!existsSync("/proc/self"))("comes to an end below /proc", () => {
  expect(() => makeFolder("/proc/none/a/b")).toThrow("ENOENT");
});
