import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { leadsNowhere, systemWords } from "./system-words.js";

const folder = mkdtempSync(join(tmpdir(), "links-"));
mkdirSync(join(folder, "real"));
writeFileSync(join(folder, "file"), "");
symlinkSync("real", join(folder, "link"));
symlinkSync("gone", join(folder, "dangling"));
symlinkSync("loop", join(folder, "loop"));

it.each([
  ["dangling", true],
  ["dangling/a/b", true],
  ["link/none", false],
  ["none/a", false],
  ["real", false],
  ["file/a", false],
  ["loop", false],
])("%s: %s", (path, wanted) => {
  expect(leadsNowhere(join(folder, path))).toBe(wanted);
});

it.each([
  ["dangling", "a symbolic link in its path leads nowhere"],
  ["dangling/a", "a symbolic link in its path leads nowhere"],
  ["none", "there is no such folder"],
])("is in the words for what the system refused: %s", (path, words) => {
  let error: unknown;
  try {
    readdirSync(join(folder, path));
  } catch (thrown) {
    error = thrown;
  }
  expect(systemWords(error, "listing")).toBe(words);
});
