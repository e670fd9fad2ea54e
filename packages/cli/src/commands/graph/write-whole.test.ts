import { execFileSync, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { writeWhole } from "./write-whole.js";

it("writes a file, also one with the longest name, and leaves nothing else", async () => {
  const folder = temporaryFolder();
  const name = `${"n".repeat(251)}.svg`;
  await writeWhole(join(folder, name), "one");
  await writeWhole(join(folder, name), "two");
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name), "utf8")).toBe("two");
});

it("writes what a link leads to, and keeps the link", async () => {
  const folder = temporaryFolder({ "there.svg": "old" });
  symlinkSync("there.svg", join(folder, "link.svg"));
  await writeWhole(join(folder, "link.svg"), "new");
  expect(lstatSync(join(folder, "link.svg")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "there.svg"), "utf8")).toBe("new");
});

it.skipIf(process.platform === "win32")("writes into a pipe, and takes its place never", async () => {
  const pipe = join(temporaryFolder(), "pipe.svg");
  execFileSync("mkfifo", [pipe]);
  const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
  const [said] = await Promise.all([text(reader.stdout), writeWhole(pipe, "through")]);
  expect(said).toBe("through");
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

it("says what cannot be written, and leaves nothing", async () => {
  const folder = temporaryFolder({ file: "" });
  mkdirSync(join(folder, "a.svg"));
  writeFileSync(join(folder, "b.svg"), "");
  for (const [path, said] of [
    ["a.svg", "it is a folder"],
    ["none/b.svg", "its folder does not exist"],
    ["file/b.svg", "a part of its path is a file"],
  ] as const)
    await expect(writeWhole(join(folder, path), "x")).rejects.toMatchObject({
      code: "USAGE_INVALID",
      params: { problem: expect.stringContaining(said) as string },
    });
  expect(readdirSync(folder).toSorted()).toEqual(["a.svg", "b.svg", "file"]);
});
