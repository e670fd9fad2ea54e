import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { newCacheDir } from "../support/cached-runs.js";

interface Ran {
  readonly wrong: number;
  readonly result?: number;
  readonly reasons: Readonly<Record<string, number>>;
}

const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
const program = fileURLToPath(new URL("cache.ts", import.meta.url));

describe("processes that share a cache", () => {
  let dir = "";
  let notes = "";
  beforeEach(() => {
    dir = newCacheDir();
    notes = mkdtempSync(join(tmpdir(), "notes-"));
  });
  const start = (what: string, number = 0): ChildProcess =>
    spawn(process.execPath, [script, program, what, dir, notes, String(number)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  const resultOf = async ({ stdout }: ChildProcess): Promise<Ran> => {
    const printed = stdout === null ? "" : await text(stdout);
    return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Ran;
  };
  const fourTimes = (what: string): Promise<Ran[]> =>
    Promise.all([0, 1, 2, 3].map((number) => resultOf(start(what, number))));
  const sum = (ran: readonly Ran[], kind: string): number =>
    ran.reduce((total, { reasons }) => total + (reasons[kind] ?? 0), 0);

  it("get no wrong value in 4 times 500 runs, while what is stored is damaged again and again", async () => {
    const damage = setInterval(() => damageOne(dir), 4);
    const ran = await fourTimes("many runs").finally(() => clearInterval(damage));
    expect(ran.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    expect(sum(ran, "found")).toBeGreaterThan(500);
    expect(sum(ran, "corrupt")).toBeGreaterThan(0);
    expect(sum(ran, "unusable")).toBe(0);
  });

  it("get no wrong value while each evicts what the others use", async () => {
    const ran = await fourTimes("many runs in little space");
    expect(ran.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    expect(sum(ran, "evicted")).toBeGreaterThan(0);
    expect(sum(ran, "unusable")).toBe(0);
    const size = filesIn(dir)
      .filter((path) => /entries|content/.test(path))
      .reduce((total, path) => total + statSync(path).size, 0);
    expect(size).toBeLessThan(150_000);
  });

  it("execute a serialized task once for each key", async () => {
    const ran = await fourTimes("one at a time");
    expect(ran.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    const times = readdirSync(notes).map((name) => readFileSync(join(notes, name)).length);
    expect(times).toEqual(Array.from({ length: 25 }, () => 1));
    expect(sum(ran, "found")).toBe(75);
    expect(filesIn(dir).filter((path) => path.includes("locks"))).toEqual([]);
  });

  it("take over from one that was killed, and only one of them", async () => {
    const holder = start("stuck");
    if (holder.stdout !== null) await once(holder.stdout, "data");
    const waiting = [1, 2, 3].map((number) => start("stuck", number));
    const results = Promise.all(waiting.map(resultOf));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(waiting.map(({ exitCode }) => exitCode)).toEqual([null, null, null]);
    holder.kill("SIGKILL");
    const ran = await results;
    expect(ran.map(({ result }) => result)).toEqual([7, 7, 7]);
    expect(readFileSync(join(notes, "stuck"), "utf8")).toBe("xx");
    expect(sum(ran, "found")).toBe(2);
  });
});

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

// Flips a bit, cuts, or empties an entry or content.
function damageOne(dir: string): void {
  try {
    const files = filesIn(dir).filter((path) => /entries|content/.test(path) && !path.includes(".partial"));
    const path = files[Math.floor(Math.random() * files.length)];
    if (path === undefined) return;
    const bytes = readFileSync(path);
    const at = Math.floor(Math.random() * bytes.length);
    const how = Math.floor(Math.random() * 3);
    if (how === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    writeFileSync(path, how === 0 ? bytes : bytes.subarray(0, how === 1 ? at : 0));
  } catch (error) {
    // It was evicted or replaced in between.
    if (Reflect.get(Object(error), "code") !== "ENOENT") throw error;
  }
}
