import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";

import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromLiterals } from "@flytekit-ts/core/literals";
import { dynamic, mapTask, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import type { RunEvent } from "../../events/events.js";
import { resumeLocal } from "../../run/resume-local.js";
import { startLocal } from "../../run/start-local.js";
import { pruneRuns } from "../prune-runs.js";
import { listRuns } from "./list-runs.js";
import { readRun } from "./read-run.js";

let journal: string;
beforeEach(() => {
  journal = mkdtempSync(join(tmpdir(), "read-"));
});

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }, { logger }) => {
  logger.info(`inc of ${x}`);
  return x + 1;
});
const items = workflow(
  { name: "items", inputs: { x: t.int() }, outputs: { all: t.list(t.int()) } },
  ({ x }) => ({
    all: mapTask(inc)({ x: [1, inc({ x })] }),
  }),
);
const text = task({ name: "text", output: t.string() }, () => "x".repeat(10_000));
const quiet = { logger: { debug() {}, info() {}, warn() {}, error() {} } };

async function eventsOf(source: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of source) events.push(event);
  return events;
}

describe("readRun", () => {
  it("gives the graph, the nodes, their attempts, logs, inputs and outputs", async () => {
    const run = startLocal(items, { x: 5 }, { journal, ...quiet });
    await run.result;
    const kept = await readRun(journal, run.id);
    expect(kept).toMatchObject({
      id: run.id,
      state: "succeeded",
      torn: 0,
      damage: undefined,
      writer: undefined,
    });
    expect(kept.header).toMatchObject({ entity: { kind: "workflow", name: "items" }, pid: process.pid });
    expect([...kept.nodes.keys()]).toEqual(["n0", "n1", "n1/n0", "n1/n1"]);
    const node = kept.nodes.get("n1/n1");
    expect(node).toMatchObject({ entity: "inc", item: 1, state: "succeeded" });
    expect(node?.attempts).toMatchObject([
      { attempt: 0, state: "succeeded", logs: [{ level: "info", message: "inc of 6" }] },
    ]);
    const values = async (
      literals: ReturnType<typeof kept.outputs>,
      of: "inputs" | "outputs",
      entity = items.interface,
    ) => fromLiterals(entity[of], (await literals) ?? new Map());
    expect(await values(kept.inputs(), "inputs")).toEqual({ x: 5 });
    expect(await values(kept.outputs(), "outputs")).toEqual({ all: [2, 7] });
    expect(fromLiterals(inc.interface.inputs, (await node?.inputs()) ?? new Map())).toEqual({ x: 6 });
    const graph = await kept.graph();
    expect(graph?.graphs["items"]?.nodes).toMatchObject([
      { id: "n0", entity: "inc", kind: "task", upstream: [] },
      { id: "n1", kind: "array", upstream: ["n0"], item: { entity: "inc" } },
    ]);
    expect(graph?.graphs["items"]?.nodes[0]?.place?.file).toContain("read-run.test.ts");
  });

  it("knows which dynamics have made a graph", async () => {
    const some = dynamic({ name: "some", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      if (x > 1) throw new TypeError("no more");
      return inc({ x: inc({ x }) });
    });
    const twice = workflow({ name: "twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      some({ x: some({ x }) }),
    );
    const run = startLocal(twice, { x: 1 }, { journal, ...quiet });
    await expect(run.result).rejects.toThrow("no more");
    const { dynamics } = await readRun(journal, run.id);
    expect(dynamics).toEqual(["n0"]);
  });

  it("took the time from its first event to its last, without that for making the journal", async () => {
    // Whoever reads it makes a second pass.
    let passed = 0;
    const clock = { now: () => 1e12 + (passed += 1000), elapsed: () => passed, after: () => () => {} };
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent): void => void events.push(event);
    const run = startLocal(inc, { x: 1 }, { journal, clock, onEvent });
    await run.result;
    const [first, last] = [events[0], events.at(-1)];
    const { startedAt, duration } = await readRun(journal, run.id);
    expect(last).toMatchObject({ kind: "run-succeeded", duration });
    expect(duration).toBeGreaterThan(0);
    expect(duration).toBeLessThanOrEqual((last?.at ?? 0) - (first?.at ?? 0));
    expect(startedAt).toBeLessThan(first?.at ?? 0);
    expect(listRuns(journal)).toMatchObject([{ duration }]);
  });

  it("tells a node that waited for its retry from the one that ended the run", async () => {
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const again = task({ name: "again", retries: 3 }, () => {
      begin();
      throw new Error("may pass");
    });
    const last = task({ name: "last" }, async () => {
      await begun;
      throw new NonRecoverableError("for good");
    });
    const both = workflow({ name: "both" }, () => {
      again();
      last();
    });
    const run = startLocal(both, {}, { journal, retries: { backoff: 600_000 } });
    const states: unknown[] = [];
    await run.result.catch(() => {});
    const kept = await readRun(journal, run.id);
    for (const { state, attempts } of kept.nodes.values())
      states.push([state, attempts.map((each) => [each.state, each.isRetried])]);
    expect(kept.state).toBe("failed");
    expect(states).toEqual([
      ["interrupted", [["failed", true]]],
      ["failed", [["failed", false]]],
    ]);
  });

  it("tells a node that waits for its retry as running, and as interrupted when its run is ended", async () => {
    const again = task({ name: "again", retries: 1 }, () => {
      throw new Error("may pass");
    });
    const ending = new AbortController();
    const retries = { backoff: 600_000 };
    const run = startLocal(again, {}, { journal, durability: "disk", retries, signal: ending.signal });
    const stateOfNode = async () => [...(await readRun(journal, run.id)).nodes.values()][0]?.state;
    const attempts = async () => [...(await readRun(journal, run.id)).nodes.values()][0]?.attempts.at(-1);
    await expect.poll(attempts).toMatchObject({ state: "failed", isRetried: true });
    expect(await stateOfNode()).toBe("running");
    ending.abort();
    await run.result.catch(() => {});
    expect(await stateOfNode()).toBe("interrupted");
  });

  it("gives the events that the run told", async () => {
    const run = startLocal(items, { x: 5 }, { journal, ...quiet });
    await run.result;
    const told = await eventsOf(run.events());
    const kept = await eventsOf((await readRun(journal, run.id)).events());
    const bare = (events: readonly RunEvent[]): readonly unknown[] =>
      events.filter(({ kind }) => kind !== "node-started").map((event) => ({ ...event }));
    expect(bare(kept)).toEqual(bare(told));
  });

  it("follows a run that is still going, to its end", async () => {
    let end = (): void => {};
    const wait = task({ name: "wait" }, () => new Promise<void>((resolve) => (end = resolve)));
    const run = startLocal(
      workflow({ name: "w" }, () => void wait()),
      {},
      { journal },
    );
    for await (const event of run.events()) if (event.kind === "node-started") break;
    const kept = await readRun(journal, run.id);
    expect(kept).toMatchObject({ state: "running", writer: { pid: process.pid } });
    expect(kept.nodes.get("n0")?.state).toBe("running");
    const following = eventsOf(kept.events());
    end();
    expect((await following).map(({ kind }) => kind)).toEqual([
      "run-started",
      "node-started",
      "node-succeeded",
      "run-succeeded",
    ]);
    await run.result;
  });

  it("tells what is before damage, and that a run was interrupted", async () => {
    const run = startLocal(items, { x: 5 }, { journal, ...quiet });
    await run.result;
    const file = join(journal, run.id, "run.journal");
    truncateSync(file, statSync(file).size - 5);
    const torn = await readRun(journal, run.id);
    expect(torn.state).toBe("interrupted");
    expect(torn.torn).toBeGreaterThan(0);
    const bytes = readFileSync(file);
    const middle = bytes.indexOf('"node-succeeded"');
    bytes[middle + 3] = 0x20;
    writeFileSync(file, bytes);
    const damaged = await readRun(journal, run.id);
    expect(damaged).toMatchObject({ state: "interrupted", damage: { code: "JOURNAL_CORRUPT" } });
    const { offset } = (damaged.damage as unknown as { params: { offset: number } }).params;
    await expect(resumeLocal(items, { journal, run: run.id, ...quiet }).result).rejects.toMatchObject({
      code: "JOURNAL_CORRUPT",
    });
    await expect(
      resumeLocal(items, { journal, run: run.id, cutAt: offset + 1, ...quiet }).result,
    ).rejects.toMatchObject({ code: "JOURNAL_CORRUPT" });
    await expect(
      resumeLocal(items, { journal, run: run.id, cutAt: offset - 1, ...quiet }).result,
    ).rejects.toMatchObject({ code: "OPTION_INVALID" });
    expect(await resumeLocal(items, { journal, run: run.id, cutAt: offset, ...quiet }).result).toEqual({
      all: [2, 7],
    });
    expect(
      readdirSync(join(journal, run.id)).filter((name) => name.startsWith(`cut-${offset}-`)),
    ).toHaveLength(1);
    expect((await readRun(journal, run.id)).resumed).toMatchObject([{ cut: { at: offset } }]);
  });

  it("refuses what is no run", async () => {
    await expect(readRun(journal, "nothing")).rejects.toMatchObject({ code: "RUN_NOT_FOUND" });
    await expect(readRun(journal, "..")).rejects.toMatchObject({ code: "RUN_NOT_FOUND" });
  });
});

describe("what is given for a journal", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
    ["a URL", "s3://b/runs"],
    ["an object", {}],
  ])("is refused if it is %s", async (_, given) => {
    const invalid = expect.objectContaining({ code: "OPTION_INVALID" }) as Error;
    expect(() => listRuns(given as string)).toThrow(invalid);
    expect(() => pruneRuns(given as string, { keep: 1 })).toThrow(invalid);
    await expect(readRun(given as string, "x")).rejects.toEqual(invalid);
  });

  it.each([[undefined], [null], [3], [{}], ["../x"], [""]])("has no run %s", async (run) => {
    await expect(readRun(journal, run as string)).rejects.toMatchObject({ code: "RUN_NOT_FOUND" });
  });

  it("may be filtered by what is known", () => {
    expect(() => listRuns(journal, { status: "failed" } as never)).toThrow("OPTION_UNKNOWN");
  });
});

describe("listRuns and pruneRuns", () => {
  it("never deletes a run that it cannot read", async () => {
    await startLocal(items, { x: 5 }, { journal, ...quiet }).result;
    const later = join(journal, "later");
    mkdirSync(later);
    writeFileSync(join(later, "run.journal"), "what a later release wrote\n");
    expect(pruneRuns(journal, { keep: 0, olderThan: 0, maxSize: 0 }).runs).toHaveLength(1);
    expect(listRuns(journal)).toMatchObject([{ id: "later", state: "unreadable" }]);
  });

  it("list the runs, and delete those that are not wanted, with what only they need", async () => {
    expect(listRuns(join(journal, "none"))).toEqual([]);
    const file = join(journal, "a-file");
    writeFileSync(file, "");
    for (const folder of [file, join(file, "runs")]) expect(() => listRuns(folder)).toThrow("ENOTDIR");
    const link = join(journal, "a-link");
    symlinkSync("gone", link);
    for (const folder of [link, join(link, "runs")]) expect(() => listRuns(folder)).toThrow("ENOENT");
    rmSync(link);
    rmSync(file);
    const first = startLocal(text, {}, { journal });
    await first.result;
    const second = startLocal(items, { x: 1 }, { journal, ...quiet });
    await second.result;
    expect(listRuns(journal).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(listRuns(journal, { entity: "text" })).toMatchObject([{ id: first.id, state: "succeeded" }]);
    expect(listRuns(journal, { state: "failed" })).toEqual([]);
    const content = join(journal, "content");
    const files = (): readonly string[] =>
      readdirSync(content, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name));
    const long = new Date(Date.now() - 3_600_000);
    for (const file of files()) utimesSync(file, long, long);
    expect(pruneRuns(journal, { keep: 2 })).toEqual({ runs: [], contents: 0 });
    expect(pruneRuns(journal, { keep: 1 })).toEqual({ runs: [first.id], contents: 1 });
    expect(files()).toEqual([]);
    expect(pruneRuns(journal, { olderThan: "1 h" }).runs).toEqual([]);
    expect(pruneRuns(journal, { maxSize: 0 }).runs).toEqual([second.id]);
    expect(listRuns(journal)).toEqual([]);
  });

  it("never delete a run that is going", async () => {
    let end = (): void => {};
    const wait = task({ name: "wait" }, () => new Promise<void>((resolve) => (end = resolve)));
    const run = startLocal(wait, {}, { journal });
    for await (const event of run.events()) if (event.kind === "node-started") break;
    expect(pruneRuns(journal, { keep: 0, maxSize: 0 })).toEqual({ runs: [], contents: 0 });
    end();
    await run.result;
  });

  it("list a folder without a whole journal as unreadable", () => {
    rmSync(journal, { recursive: true });
    writeJournal("torn", "0000");
    expect(listRuns(journal)).toMatchObject([{ id: "torn", state: "unreadable", entity: undefined }]);
  });

  it.each([[{ keep: -1 }], [{ maxSize: 1.5 }], [{ olderThan: "long" }], [{ other: 1 }], [null]])(
    "refuse %s",
    (options) => {
      expect(() => pruneRuns(journal, options as never)).toThrow(/OPTION/);
    },
  );
});

function writeJournal(id: string, bytes: string): void {
  mkdirSync(join(journal, id), { recursive: true });
  writeFileSync(join(journal, id, "run.journal"), bytes);
}
