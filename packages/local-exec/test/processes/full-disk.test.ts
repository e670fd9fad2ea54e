import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRun } from "@flytekit-ts/local-exec/journal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgram, countsIn, type Ended, runToEnd } from "../support/kill-runs.js";
import { type SmallDisk, smallDisk } from "../support/small-disk.js";

let disk: SmallDisk;
let mixed: BuiltProgram;
let others: BuiltProgram;
let expected: unknown;
beforeAll(async () => {
  disk = smallDisk();
  mixed = await buildProgram(fileURLToPath(new URL("journal.ts", import.meta.url)));
  others = await buildProgram(fileURLToPath(new URL("full-disk.ts", import.meta.url)));
  const effects = join(disk.folder, "effects");
  writeFileSync(effects, "");
  expected = (await runToEnd(mixed.file, { args: ["start", join(disk.folder, "whole"), effects] })).result;
});
afterAll(() => {
  disk.remove();
  mixed.remove();
  others.remove();
});

/** Run a program while there is room for so many bytes, or without such a limit. */
function withRoom(left: number | undefined, program: BuiltProgram, args: readonly string[]): Promise<Ended> {
  if (left === undefined) disk.free();
  const shell = left === undefined ? undefined : disk.fill(left);
  return runToEnd(program.file, {
    args,
    env: { TMPDIR: disk.folder },
    ...(shell === undefined ? {} : { shell }),
  });
}

const KB = 1024;
/** What the system says about a disk that is full, and about a limit. */
const FULL = /^(?:ENOSPC|EFBIG)$/;

describe("on a full disk", () => {
  it.each([0, 4, 8, 12, 16, 20, 24, 28].map((left) => left * KB))(
    "with %i bytes left a run ends with a code, loses nothing, and goes on when there is room",
    async (left) => {
      const name = `run-${left}`;
      // The effects are counted elsewhere: they are written although the disk is full.
      const effects = join(fileURLToPath(new URL(".", `file://${mixed.file}`)), name);
      writeFileSync(effects, "");
      const journal = join(disk.folder, name);
      const first = await withRoom(left, mixed, ["start", journal, effects]);
      expect([first.wasKilled, first.code]).toEqual([false, "JOURNAL_NOT_WRITTEN"]);
      disk.free();
      const id = first.id ?? "";
      if (first.id === undefined) {
        // The run could not begin, and nothing of it ran.
        expect(countsIn(effects).size).toBe(0);
        return;
      }
      const before = await readRun(journal, id);
      expect([before.state, before.torn, before.damage]).toEqual(["interrupted", 0, undefined]);
      const done = [...before.nodes.values()].filter(({ state }) => state === "succeeded").length;
      const ran = countsIn(effects);
      const ended = await withRoom(undefined, mixed, ["resume", journal, effects, id]);
      expect(expected).toBeDefined();
      expect(ended).toMatchObject({ code: undefined, result: expected });
      const again = [...countsIn(effects)].filter(
        ([effect, count]) => count > (ran.get(effect) ?? 0) && ran.has(effect),
      );
      expect(again.length).toBeLessThanOrEqual(8);
      expect((await readRun(journal, id)).nodes.size).toBeGreaterThanOrEqual(done);
    },
  );

  it("a cache that cannot keep a result fails no run, says so, and works when there is room", async () => {
    const folder = join(disk.folder, "cached");
    mkdirSync(folder);
    const full = await withRoom(16 * KB, others, ["cache", folder]);
    expect(full).toMatchObject({ result: true, told: ["first-run", "CACHE_UNUSABLE"] });
    expect(await withRoom(undefined, others, ["cache", folder])).toMatchObject({
      result: true,
      told: ["first-run"],
    });
    expect(await withRoom(0, others, ["cache", folder])).toMatchObject({ result: true, told: ["found"] });
    const partial = readdirSync(folder, { recursive: true }).filter((each) =>
      String(each).includes(".partial"),
    );
    expect(partial).toEqual([]);
  });

  it("a run goes on without its spool, and who reads its events is told that some are lost", async () => {
    expect(await withRoom(64 * KB, others, ["spool", disk.folder])).toMatchObject({
      result: 3000,
      told: ["EVENTS_LOST", expect.stringMatching(FULL)],
    });
    expect(await withRoom(undefined, others, ["spool", disk.folder])).toMatchObject({
      result: 3000,
      told: ["all"],
    });
  });

  it.each([
    ["checkpoint", 1, ["TASK_FAILED", "STORAGE_FAILED"]],
    ["file", 100_000, ["TASK_OUTPUT_INVALID", "VALUE_NOT_STORED", "STORAGE_FAILED"]],
  ])("a %s that cannot be written fails its task, and the run goes on there", async (what, value, codes) => {
    const folder = join(disk.folder, what);
    const full = await withRoom(32 * KB, others, [what, folder]);
    expect(full.code).toEqual([...codes, expect.stringMatching(FULL)]);
    expect(full).toMatchObject({ told: ["before"] });
    expect(existsSync(folder)).toBe(true);
    const ended = await withRoom(undefined, others, [what, folder, full.id ?? ""]);
    expect(ended).toMatchObject({ result: value, told: [] });
  });
});
