import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRun } from "@flytekit-ts/local-exec/journal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DrawnRun, drawRun } from "../support/independent-journal.js";
import { type BuiltProgram, buildProgram, countsIn, type Ended, runToEnd } from "../support/kill-runs.js";

/** JOURNAL_KILLS=200 runs the test in full. */
const KILLS = Number(process.env["JOURNAL_KILLS"] ?? 12);
const SECRET = "hunter2-secret";

let program: BuiltProgram;
let folder: string;
let expected: unknown;
/** Every effect of a run that nothing kills. */
let effectsOfOne: ReadonlyMap<string, number>;
let effectOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("journal.ts", import.meta.url)));
  folder = mkdtempSync(join(tmpdir(), "kills-"));
  const { journal, effects } = place("whole");
  expected = (await runToEnd(program.file, { args: ["start", journal, effects] })).result;
  effectsOfOne = countsIn(effects);
  effectOf = await effectsByPath(journal);
}, 60_000);
afterAll(() => program.remove());

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

describe("a run that is killed and resumed", { timeout: 900_000 }, () => {
  it("ends right, with every node whose end was in the journal run once", async () => {
    let kills = 0;
    let runs = 0;
    let torn = 0;
    let done = 0;
    while (kills < KILLS) {
      const { journal, effects } = place(`run${runs}`);
      runs += 1;
      const env: Record<string, string> = runs % 2 === 0 ? {} : { SPLIT_WRITES: "1" };
      let ended: Ended = await runToEnd(program.file, {
        args: ["start", journal, effects],
        env,
        killAfter: Math.random() * 200,
      });
      const { id } = ended;
      expect(id).toBeDefined();
      if (id === undefined) return;
      let killsOfRun = 0;
      const countsWhenDone = new Map<string, number>();
      while (ended.wasKilled) {
        kills += 1;
        killsOfRun += 1;
        const before = await expectDrawnAlike(journal, id);
        // The kill may also come when the end of the run is in the journal.
        expect(["interrupted", "succeeded"]).toContain(before.state);
        if (before.torn > 0) torn += 1;
        const counts = countsIn(effects);
        for (const path of doneIn(before)) {
          const effect = effectOf.get(path);
          if (effect !== undefined && !countsWhenDone.has(effect))
            countsWhenDone.set(effect, counts.get(effect) ?? 0);
        }
        const killAfter = kills < KILLS ? Math.random() * 200 : undefined;
        ended = await runToEnd(program.file, { args: ["resume", journal, effects, id], env, killAfter });
      }
      expect(ended.stderr).toBe("");
      expect(ended.result).toEqual(expected);
      const drawn = await expectDrawnAlike(journal, id);
      expect([drawn.state, drawn.torn]).toEqual(["succeeded", 0]);
      const counts = countsIn(effects);
      expect([...counts.keys()].toSorted()).toEqual([...effectsOfOne.keys()].toSorted());
      // Each kill lets at most the tasks in flight run again.
      const again = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
      expect(again).toBeLessThanOrEqual(killsOfRun * 4);
      for (const [effect, count] of countsWhenDone)
        expect([effect, counts.get(effect)]).toEqual([effect, count]);
      done += countsWhenDone.size;
      expect(allTextIn(journal)).not.toContain(SECRET);
    }
    if (KILLS >= 25) expect(torn).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(KILLS);
    process.stderr.write(`${kills} kills of ${runs} runs, ${torn} of them inside a record\n`);
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

  it("ends right, too, if its tasks are in other processes", async () => {
    // From source: tasks are found again by their module.
    const file = fileURLToPath(new URL("journal.ts", import.meta.url));
    const execArgv = ["--conditions=@flytekit-ts/source", "--import", "tsx"];
    const env = { ISOLATION: "process" };
    // How long its start takes is not known, so it is killed when some tasks more have run.
    const run = (args: readonly string[], more: number): Promise<Ended> => {
      const done = sizeOf(effects) + more;
      return runToEnd(file, { args, env, execArgv, killWhen: () => sizeOf(effects) >= done });
    };
    const { journal, effects } = place("isolated");
    let ended = await run(["start", journal, effects], 120);
    const { id = "" } = ended;
    let kills = 0;
    const countsWhenDone = new Map<string, number>();
    while (ended.wasKilled) {
      kills += 1;
      const before = await expectDrawnAlike(journal, id);
      const counts = countsIn(effects);
      for (const path of doneIn(before)) {
        const effect = effectOf.get(path);
        if (effect !== undefined && !countsWhenDone.has(effect))
          countsWhenDone.set(effect, counts.get(effect) ?? 0);
      }
      ended = await run(["resume", journal, effects, id], kills < KILLS / 8 ? Math.random() * 100 : 1e9);
    }
    expect(ended).toMatchObject({ code: undefined, result: expected });
    const counts = countsIn(effects);
    expect([...counts.keys()].toSorted()).toEqual([...effectsOfOne.keys()].toSorted());
    for (const [effect, count] of countsWhenDone)
      expect([effect, counts.get(effect)]).toEqual([effect, count]);
    expect(kills).toBeGreaterThan(0);
    expect(countsWhenDone.size).toBeGreaterThan(0);
    process.stderr.write(`${kills} kills with isolation, ${countsWhenDone.size} nodes were done before\n`);
  });
});
