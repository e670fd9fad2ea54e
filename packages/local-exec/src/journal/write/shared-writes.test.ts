import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLocal } from "@flytekit-ts/local-exec";
import { virtualClock } from "@flytekit-ts/local-exec/testing";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { latch } from "../../../test/support/runs.js";

const SIZE = 100;

/** Options of a run whose tasks take no time, so that all are brief. */
const brief = (): { readonly journal: string; readonly clock: ReturnType<typeof virtualClock> } => ({
  journal,
  clock: virtualClock(),
});

let journal: string;
beforeEach(() => {
  journal = mkdtempSync(join(tmpdir(), "shared-"));
});

/** The paths of the nodes whose end is in the file now. */
function endsInFile(): readonly string[] {
  const [run = ""] = readdirSync(journal).filter((name) => name !== "content");
  return readFileSync(join(journal, run, "run.journal"), "utf8")
    .split("\n")
    .filter((line) => line.includes('"kind":"node-succeeded"'))
    .map((line) => (JSON.parse(line.slice(line.indexOf("{"))) as { readonly node: string }).node);
}

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const seen: number[] = [];
const look = task({ name: "look", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => {
  seen.push(endsInFile().length);
  return xs.length;
});

describe("ends of brief tasks", () => {
  it("are in the file when a task that depends on them runs, also in a workflow inside", async () => {
    seen.length = 0;
    const inner = workflow({ name: "inner", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
      look({ xs }),
    );
    const wf = workflow({ name: "fan", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      const all = (): ReturnType<typeof inc>[] => Array.from({ length: SIZE }, () => inc({ x }));
      look({ xs: all() });
      return inner({ xs: all() });
    });
    await runLocal(wf, { x: 1 }, brief());
    for (const ends of seen) expect(ends).toBeGreaterThanOrEqual(SIZE);
    expect(seen).toHaveLength(2);
    expect(endsInFile()).toHaveLength(2 * SIZE + 3);
  });

  it("are in the file one by one in a chain", async () => {
    const counts: number[] = [];
    const next = task({ name: "next", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      if (x % 10 === 0) counts.push(endsInFile().length - x);
      return x + 1;
    });
    const wf = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      let last = x;
      for (let i = 0; i < SIZE; i += 1) last = next({ x: last });
      return last;
    });
    await runLocal(wf, { x: 0 }, brief());
    expect(counts).toEqual(Array.from({ length: SIZE / 10 }, () => 0));
  });

  it("are in the file when a listener hears of them", async () => {
    const wf = workflow(
      { name: "mapped", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
      ({ xs }) => mapTask(inc)({ x: xs }),
    );
    const missing: string[] = [];
    await runLocal(
      wf,
      { xs: Array.from({ length: SIZE }, (_, i) => i) },
      {
        ...brief(),
        onEvent(event) {
          if (event.kind === "node-succeeded" && !endsInFile().includes(event.node)) missing.push(event.node);
        },
      },
    );
    expect(missing).toEqual([]);
  });

  it("are in the file when the run waits for a task beside them", async () => {
    let [ran, ends] = [0, -1];
    const { open, opened } = latch();
    const last = task({ name: "last", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      ran += 1;
      if (ran === SIZE) open();
      return x;
    });
    const wait = task({ name: "wait" }, async () => {
      // However many turns the event loop had meanwhile.
      await opened;
      await new Promise((resolve) => setImmediate(resolve));
      ends = endsInFile().length;
    });
    const wf = workflow({ name: "beside", inputs: { x: t.int() } }, ({ x }) => {
      wait();
      for (let i = 0; i < SIZE; i += 1) last({ x });
    });
    await runLocal(wf, { x: 1 }, brief());
    expect(ends).toBe(SIZE);
  });
});
