import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { holderOf, lockRun } from "./run-lock.js";
import { stateOf, thisProcess } from "./this-process.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});

const since = "2026-01-02T03:04:05.000Z";
const held = (holder: object): void =>
  writeFileSync(join(folder, "writer-4.json"), JSON.stringify({ ...thisProcess(), since, ...holder }));

describe("the lock of a run", () => {
  it("is taken once, and again when it was given back", () => {
    const lock = lockRun(folder, "r");
    expect(() => lockRun(folder, "r")).toThrow(/RUN_LOCKED/);
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, host: hostname() });
    lock.release();
    expect(holderOf(folder)).toBeUndefined();
    lockRun(folder, "r").release();
    expect(readdirSync(folder).toSorted()).toEqual(["writer-2.done", "writer-2.json"]);
  });

  it("names who has it, and since when", () => {
    held({});
    expect(() => lockRun(folder, "r")).toThrow(
      expect.objectContaining({
        params: { run: "r", pid: process.pid, host: hostname(), since, isHere: true },
      }),
    );
  });

  it("is free when its process has ended, or its number belongs to another process by now", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    held({ pid });
    expect(holderOf(folder)).toBeUndefined();
    held({ start: "1" });
    if (process.platform === "linux") expect(holderOf(folder)).toBeUndefined();
    held({ boot: `another ${thisProcess().boot.split(" ")[1] ?? ""}` });
    if (process.platform === "linux") expect(holderOf(folder)).toBeUndefined();
    lockRun(folder, "r").release();
  });

  it("stays with a process of another machine, of which nothing is known", () => {
    held({ host: "elsewhere", pid: 1 });
    expect(stateOf({ ...thisProcess(), host: "elsewhere" })).toBe("unknown");
    expect(() => lockRun(folder, "r")).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ isHere: false }) as unknown }),
    );
  });

  it("is free when its file holds something else", () => {
    writeFileSync(join(folder, "writer-1.json"), "no");
    expect(holderOf(folder)).toBeUndefined();
  });

  it("is not given to who looked before others took it, and gave it back", () => {
    writeFileSync(join(folder, "writer-9.json"), "{}");
    writeFileSync(join(folder, "writer-9.done"), "");
    lockRun(folder, "r");
    expect(readdirSync(folder)).toEqual(["writer-10.json"]);
  });
});
