import { closeSync, mkdirSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { runLocal } from "../../entries/index.js";
import { resumeLocal } from "../../run/resume-local.js";
import { pruneRuns } from "../prune-runs.js";
import { listRuns } from "../read/list-runs.js";
import { readRun } from "../read/read-run.js";
import { toFrame } from "./frame.js";
import { readRecords } from "./read-records.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const header = {
  kind: "header",
  format: 1,
  run: "odd",
  at: 1,
  entity: { kind: "task", name: "inc" },
  pid: 1,
  host: "h",
  versions: {},
  options: {},
};

let journal: string;
beforeEach(() => {
  journal = mkdtempSync(join(tmpdir(), "records-"));
});

function write(...payloads: readonly string[]): string {
  mkdirSync(join(journal, "odd"));
  const file = join(journal, "odd", "run.journal");
  writeFileSync(file, [JSON.stringify(header), ...payloads].map(toFrame).join(""));
  return file;
}

describe("a record whose checksum is right", () => {
  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"x"'],
    ["without a kind", "{}"],
    [
      "a header without a name",
      '{"kind":"header","at":1,"run":"x","entity":null,"options":{},"versions":{}}',
    ],
    ["a node without a path", '{"kind":"node-succeeded","at":1,"attempt":0,"outputs":{}}'],
    ["an outcome without outputs", '{"kind":"run-succeeded","at":1,"outputs":3}'],
    ["a time that is none", '{"kind":"run-started","at":"now","entity":"inc"}'],
  ])("and that is wrong (%s) is damage of its run, and of no other", async (_, payload) => {
    write(payload);
    await runLocal(inc, { x: 1 }, { journal });
    const offset = Buffer.byteLength(toFrame(JSON.stringify(header)));
    const corrupt = { code: "JOURNAL_CORRUPT", params: { offset } };
    expect((await readRun(journal, "odd")).damage).toMatchObject(corrupt);
    await expect(resumeLocal(inc, { journal, run: "odd" }).result).rejects.toMatchObject(corrupt);
    const states = listRuns(journal).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["succeeded", "unreadable"]);
    expect(pruneRuns(journal, { keep: 5 }).runs).toEqual([]);
  });

  it("and whose kind is not known is skipped, and not cut off", async () => {
    const file = write('{"kind":"later","at":1}');
    const fd = openSync(file, "r");
    const records = [...readRecords({ fd, file })];
    closeSync(fd);
    expect(records.map(({ record }) => record?.kind)).toEqual(["header", undefined]);
    const run = await readRun(journal, "odd");
    expect([run.state, run.damage, run.nodes.size]).toEqual(["interrupted", undefined, 0]);
    const events: unknown[] = [];
    for await (const event of run.events()) events.push(event);
    expect(events).toEqual([]);
  });
});

describe("a journal that is no file", () => {
  it("is listed as unreadable, and hides no other", async () => {
    mkdirSync(join(journal, "folder", "run.journal"), { recursive: true });
    await runLocal(inc, { x: 1 }, { journal });
    expect(listRuns(journal).map(({ state }) => state)).toEqual(["succeeded", "unreadable"]);
  });
});
