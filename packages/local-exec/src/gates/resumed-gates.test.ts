import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approve, sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { startLocal } from "../entries/index.js";
import { resumeLocal } from "../entries/journal.js";
import { virtualClock } from "../entries/testing.js";

const journal = mkdtempSync(join(tmpdir(), "resumed-gates-"));
afterAll(() => rmSync(journal, { recursive: true, force: true }));

const HOUR = 3_600_000;
const make = task({ name: "make", output: t.int() }, () => 3);
const slept = workflow({ name: "resumed.sleep", output: t.int() }, () =>
  make({}, { after: [sleep("5 hours", { timeout: "6 hours" })] }),
);
const approved = workflow({ name: "resumed.approval", output: t.int() }, () =>
  approve(make(), "ok", { timeout: "5 hours" }),
);

/** Starts a run, lets two hours pass, and ends it there. Returns its id. */
async function ended(wf: typeof slept): Promise<string> {
  const clock = virtualClock(new Date(0), { auto: false });
  const run = startLocal(wf, {}, { journal, clock, gates: "wait" });
  for await (const event of run.events()) if (event.kind === "node-waiting") break;
  await clock.advance("2 hours");
  run.cancel();
  await failureOf(run.result);
  return run.id;
}

describe("a gate of a run that is resumed", () => {
  it("sleeps for the rest of its time, or not at all if that is over", async () => {
    const clock = virtualClock(new Date(2.5 * HOUR));
    expect(await resumeLocal(slept, { journal, run: await ended(slept), clock }).result).toBe(3);
    expect(clock.now()).toBe(5 * HOUR);
    const late = virtualClock(new Date(9 * HOUR));
    expect(await resumeLocal(slept, { journal, run: await ended(slept), clock: late }).result).toBe(3);
    expect(late.now()).toBe(9 * HOUR);
  });

  it("waits for an answer for the rest of its time", async () => {
    const clock = virtualClock(new Date(4 * HOUR));
    const resumed = resumeLocal(approved, { journal, run: await ended(approved), clock, gates: "wait" });
    expect(await failureOf(resumed.result)).toMatchObject({ code: "GATE_TIMED_OUT" });
    expect(clock.now()).toBe(5 * HOUR);
  });

  it("takes an answer", async () => {
    const options = { journal, clock: virtualClock(new Date(4 * HOUR)), gates: "wait" } as const;
    const resumed = resumeLocal(approved, { ...options, run: await ended(approved) });
    resumed.approve("ok");
    expect(await resumed.result).toBe(3);
  });
});
