import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRun } from "@flytekit-ts/local-exec/journal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DrawnRun, drawRun } from "../support/independent-journal.js";
import {
  buildIsolated,
  type BuiltProgram,
  buildProgram,
  countsIn,
  type Ended,
  runToEnd,
} from "../support/kill-runs.js";
import { processesLeft } from "../support/processes-left.js";

/** JOURNAL_KILLS=200 runs the tests in full, for each kind of isolation. */
const KILLS = Number(process.env["JOURNAL_KILLS"] ?? 12);
const ISOLATED_KILLS = Number(process.env["JOURNAL_KILLS"] ?? 5);
const SECRET = "hunter2-secret";

let program: BuiltProgram;
let isolated: BuiltProgram;
let folder: string;
let expected: unknown;
/** Every effect of a run that nothing kills. */
let effectsOfOne: ReadonlyMap<string, number>;
let effectOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("journal.ts", import.meta.url)));
  const tasks = fileURLToPath(new URL("../support/mixed-for-kills.ts", import.meta.url));
  isolated = await buildIsolated(fileURLToPath(new URL("journal.ts", import.meta.url)), tasks);
  folder = mkdtempSync(join(tmpdir(), "kills-"));
  const { journal, effects } = place("whole");
  expected = (await runToEnd(program.file, { args: ["start", journal, effects] })).result;
  effectsOfOne = countsIn(effects);
  effectOf = await effectsByPath(journal);
});
afterAll(() => {
  program.remove();
  isolated.remove();
});

function place(name: string): { readonly journal: string; readonly effects: string } {
  const effects = join(folder, `${name}.effects`);
  writeFileSync(effects, "");
  return { journal: join(folder, name), effects };
}

/** The paths of the nodes whose end is in the journal. */
function doneIn({ nodes }: DrawnRun): readonly string[] {
  return [...nodes].flatMap(([path, { state }]) => (state === "succeeded" ? [path] : []));
}

/** The effect of each task node, by its path. */
async function effectsByPath(journal: string): Promise<ReadonlyMap<string, string>> {
  const [run = ""] = readdirSync(journal).filter((name) => name !== "content");
  const effects = new Map<string, string>();
  for (const [path, node] of (await readRun(journal, run)).nodes) {
    const inputs = await node.inputs();
    const at = inputs?.get("at")?.value;
    const x = inputs?.get("x")?.value;
    if (node.entity === "inc" || node.entity === "now") effects.set(path, `${node.entity} ${primitive(at)}`);
    if (node.entity === "item" && node.item !== undefined) effects.set(path, `item ${primitive(x)}`);
    if (node.entity === "long" || node.entity === "size") effects.set(path, node.entity);
    if (node.entity === "flaky") effects.set(path, "flaky 1");
  }
  return effects;
}

function primitive(value: unknown): string {
  const { scalar } = {
    scalar: JSON.parse(
      JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each)),
    ) as { value: { value: { value: { value: { value: unknown } } } } },
  };
  return String(scalar.value.value.value.value.value);
}

async function expectDrawnAlike(journal: string, run: string): Promise<DrawnRun> {
  const drawn = drawRun(journal, run);
  const kept = await readRun(journal, run);
  expect(kept.state).toBe(drawn.state);
  expect(kept.torn).toBe(drawn.torn);
  const ours = [...kept.nodes].map(([path, { entity, state, attempts }]) => [
    path,
    {
      entity,
      state,
      attempts: attempts.map((each) => `${each.attempt} ${each.state}`),
      logs: attempts.flatMap(({ logs }) => logs).length,
    },
  ]);
  expect(Object.fromEntries(drawn.nodes)).toEqual(Object.fromEntries(ours));
  expect([...drawn.graph.keys()]).toEqual(expect.arrayContaining(["mixed", "sub"]));
  return drawn;
}

function sizeOf(file: string): number {
  return statSync(file).size;
}

function allTextIn(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), "latin1"))
    .join("\n");
}

/** How a process is started, and killed if that is wanted. `split` breaks writes in two, so that kills tear records. */
type Start = (
  args: readonly string[],
  how: { readonly isKilled: boolean; readonly split: boolean },
) => Promise<Ended>;

function envOf(split: boolean): Record<string, string> {
  return split ? { SPLIT_WRITES: "1" } : {};
}

const inProcess: Start = (args, { isKilled, split }) =>
  runToEnd(program.file, {
    args,
    env: envOf(split),
    killAfter: isKilled ? Math.random() * 200 : undefined,
  });

// How long the start of its processes takes is not known, so the kill waits until some tasks more have run.
const inOthers: Start = (args, { isKilled, split }) => {
  const [, , effects = ""] = args;
  const done = sizeOf(effects) + Math.floor(Math.random() * 120);
  let at = Number.POSITIVE_INFINITY;
  const killWhen = (): boolean => {
    if (at === Number.POSITIVE_INFINITY && sizeOf(effects) >= done) at = Date.now() + Math.random() * 15;
    return isKilled && Date.now() >= at;
  };
  return runToEnd(isolated.file, { args, env: { ISOLATION: "process", ...envOf(split) }, killWhen });
};

interface Killed {
  readonly kills: number;
  readonly runs: number;
  readonly torn: number;
  readonly done: number;
}

/** Kill runs until there were so many kills, and look at everything after each. */
async function killAndResume(name: string, most: number, start: Start): Promise<Killed> {
  let kills = 0;
  let runs = 0;
  let torn = 0;
  let done = 0;
  while (kills < most) {
    const { journal, effects } = place(`${name}${runs}`);
    runs += 1;
    const split = runs % 2 === 1;
    let ended: Ended = await start(["start", journal, effects], { isKilled: true, split });
    // It may be killed before its run has begun.
    const id = ended.id ?? onlyRunIn(journal);
    if (id === undefined) continue;
    let killsOfRun = 0;
    const countsWhenDone = new Map<string, number>();
    while (ended.wasKilled) {
      kills += 1;
      killsOfRun += 1;
      const before = await expectDrawnAlike(journal, id);
      // The kill may also come when the end of the run is in the journal.
      expect(["interrupted", "succeeded"]).toContain(before.state);
      if (before.torn > 0) torn += 1;
      noteDone(before, countsIn(effects), countsWhenDone);
      ended = await start(["resume", journal, effects, id], { isKilled: kills < most, split });
    }
    expect(ended).toMatchObject({ stderr: "", code: undefined, result: expected });
    const drawn = await expectDrawnAlike(journal, id);
    expect([drawn.state, drawn.torn]).toEqual(["succeeded", 0]);
    expectEffects(countsIn(effects), countsWhenDone, killsOfRun);
    done += countsWhenDone.size;
    expect(allTextIn(journal)).not.toContain(SECRET);
    expect(await processesLeft(effects)).toEqual([]);
  }
  return { kills, runs, torn, done };
}

function onlyRunIn(journal: string): string | undefined {
  return existsSync(journal) ? readdirSync(journal).find((name) => name !== "content") : undefined;
}

function noteDone(drawn: DrawnRun, counts: ReadonlyMap<string, number>, noted: Map<string, number>): void {
  for (const path of doneIn(drawn)) {
    const effect = effectOf.get(path);
    if (effect !== undefined && !noted.has(effect)) noted.set(effect, counts.get(effect) ?? 0);
  }
}

function expectEffects(
  counts: ReadonlyMap<string, number>,
  countsWhenDone: ReadonlyMap<string, number>,
  kills: number,
): void {
  expect([...counts.keys()].toSorted()).toEqual([...effectsOfOne.keys()].toSorted());
  // Each kill lets at most the tasks in flight run again.
  const again = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  expect(again).toBeLessThanOrEqual(kills * 4);
  for (const [effect, count] of countsWhenDone) expect([effect, counts.get(effect)]).toEqual([effect, count]);
}

describe("a run that is killed and resumed", { timeout: 1_800_000 }, () => {
  it("ends right, with every node whose end was in the journal run once", async () => {
    const { kills, runs, torn, done } = await killAndResume("run", KILLS, inProcess);
    if (KILLS >= 25) expect(torn).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(KILLS);
    process.stderr.write(`${kills} kills of ${runs} runs, ${torn} of them inside a record\n`);
  });

  it("ends right, too, if its tasks are in other processes, and leaves none of these", async () => {
    const { kills, runs, torn, done } = await killAndResume("isolated", ISOLATED_KILLS, inOthers);
    expect(done).toBeGreaterThan(ISOLATED_KILLS);
    process.stderr.write(`${kills} kills of ${runs} isolated runs, ${torn} of them inside a record\n`);
  });

  it("goes on from a journal whose last record is cut at any byte", async () => {
    const { journal, effects } = place("cut");
    const { id = "" } = await runToEnd(program.file, { args: ["start", journal, effects] });
    const file = join(journal, id, "run.journal");
    const whole = readFileSync(file);
    const last = whole.lastIndexOf(10, -2) + 1;
    // Each byte is tried by the tests of the records; here some of them with the whole program.
    for (const size of [last + 1, Math.floor((last + whole.length) / 2), whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, size));
      const ended = await runToEnd(program.file, { args: ["resume", journal, effects, id] });
      expect(ended.result).toEqual(expected);
      expect((await readRun(journal, id)).resumed).toMatchObject([{ cut: { at: last, bytes: size - last } }]);
    }
    expect(countsIn(effects)).toEqual(effectsOfOne);
  });

  it("refuses a journal whose last record is damaged at any bit, and says where", async () => {
    const { journal, effects } = place("flipped");
    const { id = "" } = await runToEnd(program.file, { args: ["start", journal, effects] });
    const file = join(journal, id, "run.journal");
    const whole = readFileSync(file);
    const last = whole.lastIndexOf(10, -2) + 1;
    for (const index of [last, last + 12, whole.length - 1]) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ 4;
      writeFileSync(file, flipped);
      const ended = await runToEnd(program.file, { args: ["resume", journal, effects, id] });
      expect(ended.code).toBe("JOURNAL_CORRUPT");
      expect(readFileSync(file)).toEqual(flipped);
      expect((await readRun(journal, id)).damage).toMatchObject({ params: { offset: last } });
    }
  });

  it("is resumed by one of several processes, and the others are told who does", async () => {
    const { journal, effects } = place("two");
    const first = await runToEnd(program.file, { args: ["start", journal, effects], killAfter: 20 });
    const { id = "" } = first;
    const resume = { args: ["resume", journal, effects, id], env: { SPLIT_WRITES: "1" } };
    const all = await Promise.all([1, 2, 3, 4].map(() => runToEnd(program.file, resume)));
    for (const { code, result } of all) {
      if (code === undefined) expect(result).toEqual(expected);
      else expect(code).toBe("RUN_LOCKED");
    }
    expect(all.some(({ result }) => result !== undefined)).toBe(true);
    const drawn = await expectDrawnAlike(journal, id);
    expect(drawn.state).toBe("succeeded");
    const again = [...countsIn(effects).values()].reduce((sum, count) => sum + count - 1, 0);
    expect(again).toBeLessThanOrEqual(4);
  });

  it("ends with a clear error where the disk is full, and goes on when there is room", async () => {
    const { journal, effects } = place("full");
    // Each file may have 24 KB: the system then says EFBIG for what is beyond, as ENOSPC on a full disk.
    const limited = await runToEnd(program.file, {
      args: ["start", journal, effects],
      shell: "trap '' XFSZ; ulimit -f 24;",
    });
    expect(limited.code).toBe("JOURNAL_NOT_WRITTEN");
    const { id = "" } = limited;
    const drawn = await expectDrawnAlike(journal, id);
    expect([drawn.state, drawn.torn]).toEqual(["interrupted", 0]);
    const ended = await runToEnd(program.file, { args: ["resume", journal, effects, id] });
    expect(ended.result).toEqual(expected);
  });
});
