import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conditional, dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { resumeLocal } from "./resume-local.js";
import { startLocal } from "./start-local.js";

let journal: string;
beforeEach(() => {
  journal = mkdtempSync(join(tmpdir(), "journal-"));
});

let ran: string[] = [];
let failing = new Set<string>();
beforeEach(() => {
  ran = [];
  failing = new Set();
});

function note(name: string): void {
  ran.push(name);
  if (failing.has(name)) throw new Error(`${name} fails`);
}

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  note(`inc ${x}`);
  return x + 1;
});
const long = task({ name: "long", inputs: { x: t.int() }, output: t.string() }, ({ x }) => {
  note(`long ${x}`);
  return "long ".repeat(2000) + x;
});
const lengthOf = task({ name: "length", inputs: { s: t.string() }, output: t.int() }, ({ s }) => {
  note("length");
  return s.length;
});
const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: inc({ x }) }),
);
const made = dynamic({ name: "made", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) => {
  note("made");
  return Array.from({ length: n }, (_, i) => inc({ x: 100 + i }));
});
const all = workflow(
  {
    name: "all",
    inputs: { x: t.int() },
    outputs: { sum: t.list(t.int()), size: t.int(), made: t.list(t.int()) },
  },
  ({ x }) => {
    const a = inc({ x });
    const b = sub({ x: a });
    const items = mapTask(inc)({ x: [10, 20, 30] });
    const c = conditional("big")
      .if(b.gt(100), () => inc({ x: 1000 }))
      .else(() => inc({ x: b }));
    const size = lengthOf({ s: long({ x: c }) });
    return { sum: items, size, made: made({ n: 2 }) };
  },
);
const right = { sum: [11, 21, 31], size: 10_001, made: [101, 102] };

describe("a run with a journal", () => {
  it("gives the result of one without, and can be asked for it again", async () => {
    const run = startLocal(all, { x: 1 }, { journal });
    expect(await run.result).toEqual(right);
    const before = [...ran];
    expect(await resumeLocal(all, { journal, run: run.id }).result).toEqual(right);
    expect(ran).toEqual(before);
  });

  it.each(["inc 1", "inc 3", "inc 20", "inc 4", "length", "made", "inc 101"])(
    "goes on where %s failed, and runs nothing else again",
    async (where) => {
      failing.add(where);
      const run = startLocal(all, { x: 1 }, { journal });
      await expect(run.result).rejects.toThrow(`${where} fails`);
      const before = [...ran];
      failing.clear();
      ran = [];
      expect(await resumeLocal(all, { journal, run: run.id }).result).toEqual(right);
      const again = ran.filter((name) => before.includes(name));
      expect(again).toContain(where);
      // The body of a dynamic runs again if its graph was not done. What `long` gave may not have been stored yet.
      expect(again.filter((name) => name !== where && name !== "made" && name !== "long 5")).toEqual([]);
      expect(new Set([...before, ...ran]).size).toBe(12);
    },
  );

  it("keeps its files to this user, and large literals apart", async () => {
    const run = startLocal(all, { x: 1 }, { journal });
    await run.result;
    expect(statSync(join(journal, run.id)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(journal, run.id)))
      expect(statSync(join(journal, run.id, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(journal, run.id, "run.journal"), "utf8")).toContain('"sha256"');
    expect(readdirSync(join(journal, "content"))).toHaveLength(1);
  });

  it("ends at once with an error of the journal where that cannot be made", async () => {
    const file = join(journal, "file");
    writeFileSync(file, "");
    await expect(startLocal(all, { x: 1 }, { journal: file }).result).rejects.toMatchObject({
      code: "JOURNAL_NOT_WRITTEN",
    });
    expect(ran).toEqual([]);
  });

  it("may wait for the disk", async () => {
    failing.add("inc 4");
    const run = startLocal(all, { x: 1 }, { journal, durability: "disk" });
    await expect(run.result).rejects.toThrow("inc 4 fails");
    failing.clear();
    expect(await resumeLocal(all, { journal, run: run.id, durability: "disk" }).result).toEqual(right);
  });

  it("ends with an error when the folder is deleted while it is going", async () => {
    const remove = task({ name: "remove", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      rmSync(journal, { recursive: true });
      return x;
    });
    const wf = workflow({ name: "w", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      inc({ x: remove({ x }) }),
    );
    await expect(startLocal(wf, { x: 1 }, { journal }).result).rejects.toMatchObject({
      code: "JOURNAL_NOT_WRITTEN",
      message: expect.stringContaining("deleted") as unknown,
    });
  });

  it("has no secrets and no values of options in its records", async () => {
    const secret = "hunter2-secret";
    const leak = task(
      { name: "leak", secrets: [{ group: "db", key: "password" }] },
      (_, { secrets, logger }) => {
        const value = secrets.get("db/password");
        logger.info(`it is ${value}`);
        throw new TypeError(`with ${value}`, { cause: value });
      },
    );
    const options = {
      journal,
      secrets: { "db/password": secret },
      logger: false,
      gates: { ok: secret },
    } as const;
    const run = startLocal(leak, {}, options);
    await expect(run.result).rejects.toThrow();
    const text = readFileSync(join(journal, run.id, "run.journal"), "utf8");
    expect(text).not.toContain(secret);
    expect(text).toContain('"node-logged"');
    expect(text).toContain('"secrets":["db/password"]');
  });
});

describe("resumeLocal", () => {
  it("refuses a run whose task, inputs or graph have changed, and says which nodes", async () => {
    failing.add("inc 2");
    const two = workflow({ name: "two", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      inc({ x: inc({ x }) }),
    );
    const run = startLocal(two, { x: 1 }, { journal });
    await expect(run.result).rejects.toThrow("inc 2 fails");
    const other = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 2);
    const changed = workflow({ name: "two", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      other({ x: other({ x: other({ x }) }) }),
    );
    const error: unknown = await resumeLocal(changed, { journal, run: run.id }).result.catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({
      code: "RUN_CHANGED",
      params: {
        changes: [
          "node n0 (inc) has another function or cache version",
          "node n1 (inc) has another function or cache version",
          "node n2 (inc) is new",
          "the outputs come from elsewhere",
        ],
      },
    });
    const rerun = resumeLocal(changed, { journal, run: run.id, onChange: "rerun" });
    expect(await rerun.result).toBe(7);
    expect(await resumeLocal(changed, { journal, run: run.id }).result).toBe(7);
  });

  it("keeps what is unchanged with onChange: rerun", async () => {
    failing.add("second");
    const second = task({ name: "second", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      note("second");
      return x;
    });
    const wf = workflow({ name: "w", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      second({ x: inc({ x }) }),
    );
    const run = startLocal(wf, { x: 1 }, { journal });
    await expect(run.result).rejects.toThrow("second fails");
    const mended = task({ name: "second", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * 10);
    const wf2 = workflow({ name: "w", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      mended({ x: inc({ x }) }),
    );
    ran = [];
    const resumed = resumeLocal(wf2, { journal, run: run.id, onChange: "rerun" });
    expect(await resumed.result).toBe(20);
    expect(ran).toEqual([]);
    const reused: string[] = [];
    for await (const event of resumed.events())
      if (event.kind === "node-succeeded" && event.reused === "journal") reused.push(event.node);
    expect(reused).toEqual(["n0"]);
  });

  it("fails a node again that had failed for good in a run that was interrupted", async () => {
    const wf = workflow(
      {
        name: "w",
        inputs: { x: t.int() },
        output: t.int(),
        failurePolicy: "fail-after-executable-nodes-complete",
      },
      ({ x }) => inc({ x: inc({ x }) }),
    );
    failing.add("inc 1");
    const run = startLocal(wf, { x: 1 }, { journal });
    await expect(run.result).rejects.toThrow("inc 1 fails");
    const file = join(journal, run.id, "run.journal");
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => !line.includes('"run-failed"'));
    writeFileSync(file, lines.join("\n"));
    failing.clear();
    ran = [];
    await expect(resumeLocal(wf, { journal, run: run.id }).result).rejects.toThrow("inc 1 fails");
    expect(ran).toEqual([]);
    expect(await resumeLocal(wf, { journal, run: run.id }).result).toBe(3);
  });

  it("runs a failure handler again if the run fails again", async () => {
    const clean = task({ name: "clean", inputs: { x: t.int() } }, () => note("clean"));
    const wf = workflow({ name: "w", inputs: { x: t.int() }, output: t.int(), onFailure: clean }, ({ x }) =>
      inc({ x }),
    );
    failing.add("inc 1");
    const run = startLocal(wf, { x: 1 }, { journal });
    await expect(run.result).rejects.toThrow("inc 1 fails");
    await expect(resumeLocal(wf, { journal, run: run.id }).result).rejects.toThrow("inc 1 fails");
    expect(ran).toEqual(["inc 1", "clean", "inc 1", "clean"]);
  });

  it("counts the attempts that failed before, and numbers on", async () => {
    const attempts: number[] = [];
    let mayEnd = false;
    const flaky = task({ name: "flaky", output: t.int(), retries: 3 }, (_, { attempt }) => {
      attempts.push(attempt);
      if (attempt < 2 || (attempt === 2 && mayEnd)) throw new Error(`attempt ${attempt}`);
      return mayEnd ? attempt : new Promise<number>(() => {});
    });
    const wf = workflow({ name: "w", output: t.int() }, () => flaky());
    const run = startLocal(wf, {}, { journal });
    for await (const event of run.events()) if (event.kind === "node-started" && event.attempt === 2) break;
    run.cancel();
    await expect(run.result).rejects.toThrow("cancelled");
    expect(attempts).toEqual([0, 1, 2]);
    mayEnd = true;
    expect(await resumeLocal(wf, { journal, run: run.id }).result).toBe(3);
    expect(attempts).toEqual([0, 1, 2, 2, 3]);
  });

  it("refuses a dynamic that makes another graph than before", async () => {
    let size = 2;
    const random = dynamic({ name: "random", output: t.list(t.int()) }, () =>
      Array.from({ length: size }, (_, i) => inc({ x: i })),
    );
    failing.add("inc 1");
    const wf = workflow({ name: "w", output: t.list(t.int()) }, () => random());
    const run = startLocal(wf, {}, { journal });
    await expect(run.result).rejects.toThrow("inc 1 fails");
    failing.clear();
    size = 3;
    ran = [];
    await expect(resumeLocal(wf, { journal, run: run.id }).result).rejects.toMatchObject({
      code: "RUN_CHANGED",
      message: expect.stringContaining(
        "in the graph that the dynamic n0 made, node dn2 (inc) is new",
      ) as unknown,
    });
    expect(ran).toEqual([]);
    expect(await resumeLocal(wf, { journal, run: run.id, onChange: "rerun" }).result).toEqual([1, 2, 3]);
    expect(ran.toSorted()).toEqual(["inc 1", "inc 2"]);
  });

  it("says who writes a run that is still going", async () => {
    let end = (): void => {};
    const wait = task({ name: "wait" }, () => new Promise<void>((resolve) => (end = resolve)));
    const wf = workflow({ name: "w" }, () => void wait());
    const run = startLocal(wf, {}, { journal });
    for await (const event of run.events()) if (event.kind === "node-started") break;
    await expect(resumeLocal(wf, { journal, run: run.id }).result).rejects.toMatchObject({
      code: "RUN_LOCKED",
      params: { run: run.id, pid: process.pid },
    });
    end();
    await run.result;
    await resumeLocal(wf, { journal, run: run.id }).result;
  });

  it.each([
    ["an id that leads out of the folder", { run: "../x" }, "RUN_NOT_FOUND"],
    ["an id that is no text", { run: 3 }, "RUN_NOT_FOUND"],
    ["an unknown run", { run: "none" }, "RUN_NOT_FOUND"],
    ["no folder", { run: "none", journal: undefined }, "OPTION_INVALID"],
    ["a wrong onChange", { onChange: "no" }, "OPTION_INVALID"],
    ["a wrong cutAt", { cutAt: -1 }, "OPTION_INVALID"],
    ["an unknown option", { other: 1 }, "OPTION_UNKNOWN"],
  ])("refuses %s", async (_, wrong, code) => {
    const run = startLocal(all, { x: 1 }, { journal });
    await run.result;
    let thrown: unknown;
    try {
      resumeLocal(all, { journal, run: run.id, ...wrong } as never);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code });
  });
});
