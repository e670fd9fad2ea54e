import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAll } from "./write-all.js";

let cwd: string;
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "write-"))));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const files = [
  { path: "a/one.txt", content: "one" },
  { path: "a/b/two.txt", content: "two" },
  { path: "three.txt", content: "three" },
];

describe("writeAll", () => {
  it("writes all files, and their folders", async () => {
    await writeAll(join(cwd, "x/y"), files, undefined);
    expect(readFileSync(join(cwd, "x/y/a/b/two.txt"), "utf8")).toBe("two");
  });

  it("leaves what was there, and nothing else, when a file is there already", async () => {
    mkdirSync(join(cwd, "a"));
    writeFileSync(join(cwd, "three.txt"), "mine");
    await expect(writeAll(cwd, files, undefined)).rejects.toMatchObject({ code: "EEXIST" });
    expect(readdirSync(cwd, { recursive: true })).toEqual(["a", "three.txt"]);
    expect(readFileSync(join(cwd, "three.txt"), "utf8")).toBe("mine");
  });

  it("leaves nothing when a file cannot be written", async () => {
    const tooLong = { path: `b/${"x".repeat(300)}`, content: "" };
    const failed = writeAll(join(cwd, "new"), [...files, tooLong], undefined);
    await expect(failed).rejects.toMatchObject({ code: "ENAMETOOLONG" });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("leaves what others put there meanwhile", async () => {
    const interfering = new Proxy(files, {
      get(target, key) {
        if (key === "2") {
          writeFileSync(join(cwd, "new/a/theirs"), "");
          throw new Error("enough");
        }
        return Reflect.get(target, key) as unknown;
      },
    });
    await expect(writeAll(join(cwd, "new"), interfering, undefined)).rejects.toThrow("enough");
    expect(readdirSync(join(cwd, "new"), { recursive: true })).toEqual(["a", "a/theirs"]);
  });
});
