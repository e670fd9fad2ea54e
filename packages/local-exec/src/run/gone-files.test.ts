import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { readRun } from "../journal/read/read-run.js";
import { rerunLocal } from "./rerun-local.js";
import { resumeLocal } from "./resume-local.js";
import { type LocalRun, startLocal } from "./start-local.js";

let folder: string;
let journal: string;
let ran: string[];
let isFailing: boolean;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gone-"));
  journal = join(folder, "runs");
  ran = [];
  isFailing = true;
});

const write = task({ name: "write", inputs: { x: t.int() }, output: t.file() }, ({ x }) => {
  ran.push(`write ${x}`);
  const path = join(folder, `${x}.txt`);
  writeFileSync(path, `text ${x}`);
  return path;
});
const many = task({ name: "many", output: t.struct("Files", { all: t.list(t.file()) }) }, () => {
  ran.push("many");
  const path = join(folder, "inside.txt");
  writeFileSync(path, "inside");
  return { all: [path as never] };
});
const same = task({ name: "same", inputs: { file: t.file() }, output: t.string() }, async ({ file }) => {
  ran.push("same");
  return file.text();
});
const texts = task(
  { name: "texts", inputs: { files: t.list(t.file()) }, output: t.string() },
  async ({ files }) => {
    ran.push("texts");
    return (await Promise.all(files.map((file) => file.text()))).join("+");
  },
);
const fails = task(
  { name: "fails", inputs: { texts: t.list(t.string()) }, output: t.list(t.string()) },
  ({ texts }) => {
    if (isFailing) throw new Error("fails");
    return texts;
  },
);
const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.file() }, ({ x }) => write({ x }));
const made = dynamic({ name: "made", output: t.file() }, () => {
  ran.push("made");
  return write({ x: 9 });
});
const all = workflow({ name: "all", output: t.list(t.string()) }, () => {
  const items = mapTask(write)({ x: [2, 3] });
  many();
  return fails({
    texts: [
      same({ file: write({ x: 0 }) }),
      texts({ files: items }),
      same({ file: sub({ x: 1 }) }),
      same({ file: made() }),
    ],
  });
});

async function failed(): Promise<LocalRun<unknown>> {
  const run = startLocal(all, {}, { journal });
  await expect(run.result).rejects.toThrow("fails");
  ran = [];
  isFailing = false;
  return run;
}
const RIGHT = ["text 0", "text 2+text 3", "text 1", "text 9"];

describe("an outcome in a journal whose file is gone", () => {
  it.each<[string, string, readonly string[]]>([
    ["a task", "0.txt", ["write 0"]],
    ["an item of a map", "3.txt", ["write 3"]],
    ["a sub-workflow", "1.txt", ["write 1"]],
    ["a dynamic", "9.txt", ["made", "write 9"]],
    ["a record", "inside.txt", ["many"]],
  ])("of %s is made again, and nothing else", async (_, file, expected) => {
    const { id } = await failed();
    rmSync(join(folder, file));
    expect(await resumeLocal(all, { journal, run: id }).result).toEqual(RIGHT);
    expect(ran).toEqual(expected);
    const logs = [...(await readRun(journal, id)).nodes.values()].flatMap(({ attempts }) =>
      attempts.flatMap((attempt) => attempt.logs.map(({ message }) => message)),
    );
    expect(logs.filter((text) => text.startsWith("Runs again: a file"))).not.toEqual([]);
  });

  it("is made again by a run that repeats it", async () => {
    const { id } = await failed();
    rmSync(join(folder, "0.txt"));
    const run = rerunLocal(all, { journal, run: id, from: "n2" });
    expect(await run.result).toEqual(RIGHT);
    expect(ran).toContain("write 0");
    expect(ran).not.toContain("write 2");
  });

  it("is made again in a run that had succeeded", async () => {
    const wf = workflow({ name: "w", output: t.file() }, () => write({ x: 5 }));
    const run = startLocal(wf, {}, { journal });
    await run.result;
    rmSync(join(folder, "5.txt"));
    expect(await (await resumeLocal(wf, { journal, run: run.id }).result).text()).toBe("text 5");
    expect(ran).toEqual(["write 5", "write 5"]);
    expect((await readRun(journal, run.id)).state).toBe("succeeded");
    expect(await (await resumeLocal(wf, { journal, run: run.id }).result).text()).toBe("text 5");
    expect(ran).toEqual(["write 5", "write 5"]);
  });
});
