import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSmall, writeSmall } from "./small-files.js";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "small-"))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

describe("writeSmall", () => {
  it("writes a file whole, in folders that it makes, over what was there", () => {
    expect(writeSmall(at("a/b.pb"), new Uint8Array([1]))).toBe(true);
    expect(writeSmall(`file://${at("a/b.pb")}`, new Uint8Array([2]))).toBe(true);
    expect(readFileSync(at("a/b.pb"))).toEqual(Buffer.from([2]));
    expect(readdirSync(at("a"))).toEqual(["b.pb"]);
  });

  it("leaves to the storage what is large, remote, or cannot be written", () => {
    expect(writeSmall(at("large"), new Uint8Array(300_000))).toBe(false);
    expect(writeSmall("s3://b/x", new Uint8Array(1))).toBe(false);
    mkdirSync(at("taken"));
    expect(writeSmall(at("taken"), new Uint8Array(1))).toBe(false);
    writeFileSync(at("file"), "");
    expect(writeSmall(at("file/x"), new Uint8Array(1))).toBe(false);
    expect(existsSync(at("large"))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(["file", "taken"]);
  });
});

describe.runIf(existsSync("/proc/self"))("a file system that takes no directories", () => {
  it("is left to the storage, and not waited for", () => {
    expect(writeSmall("/proc/flytekit-ts/a/x", new Uint8Array(1))).toBe(false);
  });
});

describe("readSmall", () => {
  it("reads a file, and leaves all else to the storage", () => {
    writeFileSync(at("x"), "abc");
    writeFileSync(at("large"), new Uint8Array(300_000));
    expect(readSmall(at("x"))).toEqual(new TextEncoder().encode("abc"));
    for (const other of [at("large"), at("nothing"), folder, "s3://b/x"])
      expect(readSmall(other)).toBeUndefined();
  });
});
