import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { runCli } from "../../test/support/run-cli.js";
import { ofFileSystem } from "./of-file-system.js";

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

it("names the path, and what is wrong with it", () => {
  const folder = temporaryFolder({ file: "" });
  const path = join(folder, "file");
  expect(ofFileSystem(thrownBy(() => readdirSync(path)))).toMatchObject({
    code: "FILE_UNUSABLE",
    text: `${path} cannot be used: a part of its path is a file.`,
  });
  expect(ofFileSystem(thrownBy(() => readFileSync(folder)))).toBeUndefined();
  expect(ofFileSystem(new Error("x"))).toBeUndefined();
  expect(ofFileSystem(undefined)).toBeUndefined();
});

const PLACES = ["file", "file/x", "link", "link/x"];
const OF_RUNS = ["list", "show last", "prune", "diff last last", "resume last", "rerun last"];
it.each(PLACES.flatMap((dir) => OF_RUNS.map((line) => `${line} --dir ${dir}`)))(
  "is no fault of tsflyte: runs %s",
  async (line) => {
    const cwd = temporaryFolder({ file: "" });
    symlinkSync("gone", join(cwd, "link"));
    const { code, stderr } = await runCli(["runs", ...line.split(" ")], { cwd });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /\[FILE_UNUSABLE\] (?:file(\/x)? cannot be used: a part of its path is a file|link(\/x)? cannot be used: a symbolic link in its path leads nowhere)/,
      ),
    ]);
  },
);

it.each(["list", "clear", "list --json"].flatMap((line) => PLACES.map((dir) => `${line} --dir ${dir}`)))(
  "is told with what to do: cache %s",
  async (line) => {
    const cwd = temporaryFolder({ file: "" });
    symlinkSync("gone", join(cwd, "link"));
    const { code, stderr, stdout } = await runCli(["cache", ...line.split(" ")], { cwd });
    expect([code, stderr + stdout]).toEqual([
      1,
      expect.stringMatching(
        /\[?CACHE_UNUSABLE(?:.|\n)*cannot be used: (?:a part of its path is a file|a symbolic link in its path leads nowhere)(?:.|\n)*Name another folder/,
      ),
    ]);
  },
);
