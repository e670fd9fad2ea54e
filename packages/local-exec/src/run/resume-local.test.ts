import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
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
const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x: inc({ x }) }));
const made = dynamic({ name: "made", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) => {
  note("made");
  return Array.from({ length: n }, (_, i) => inc({ x: 100 + i }));
});
const all = workflow(
  { name: "all", inputs: { x: t.int() }, outputs: { sum: t.list(t.int()), size: t.int(), made: t.list(t.int()) } },
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
      expect(again.filter((name) => name !== where && name !== "made")).toEqual([]);
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
});
