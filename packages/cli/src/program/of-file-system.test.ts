import { readdirSync, readFileSync } from "node:fs";
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
    text: `${path} cannot be used: there is a file in its place.`,
  });
  expect(ofFileSystem(thrownBy(() => readFileSync(folder)))).toBeUndefined();
  expect(ofFileSystem(new Error("x"))).toBeUndefined();
  expect(ofFileSystem(undefined)).toBeUndefined();
});

it.each(["list", "show last", "prune", "diff last last", "resume last", "rerun last"])(
  "is no fault of tsflyte: runs %s of a file",
  async (line) => {
    const cwd = temporaryFolder({ file: "" });
    const { code, stderr } = await runCli(["runs", ...line.split(" "), "--dir", "file"], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("[FILE_UNUSABLE] file cannot be used: ")]);
  },
);
