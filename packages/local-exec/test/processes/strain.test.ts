import { describe, expect, it } from "vitest";
import { programsOf } from "../support/program.js";
import type { Strain } from "../support/strain.js";

const MEGABYTES = 1_000_000;
const ranAs = programsOf<unknown>("strain.ts");

interface OfMap {
  readonly few: Strain;
  readonly many: Strain;
  readonly aborted: Strain;
  readonly outcome: string;
}

// docs/benchmarks.md has the figures. The bounds here are coarse, so that they hold on a busy machine.
describe("a map of 100,000 items without `concurrency`", () => {
  const run = () => ranAs("a map") as Promise<OfMap>;

  it("costs no more for each item than a map of 10,000, or nearly so", async () => {
    const { few, many } = await run();
    expect(many.total / 10).toBeLessThan(few.total * 2);
    expect(many.total / 100_000).toBeLessThan(0.06);
  });

  it("lets timers have their turn all the time", async () => {
    const { many } = await run();
    expect(many.stretch).toBeLessThan(many.total / 3);
    expect(many.call / 100_000).toBeLessThan(0.02);
  });

  it("takes less than 300 MB", async () => {
    expect((await run()).many.memory).toBeLessThan(300 * MEGABYTES);
  });

  it("stops when a signal fires", async () => {
    const { many, aborted, outcome } = await run();
    expect(outcome).toBe("RUN_ABORTED");
    // Apart from the call, which converts the inputs before anything can stop.
    expect(aborted.total - aborted.call).toBeLessThan((many.total - many.call) / 2);
  });
});

describe("a map of 100,000 items that tells its events to nobody before it has ended", () => {
  const run = () => ranAs("a map with events") as Promise<{ readonly kept: Strain; readonly late: number }>;

  it("takes less than 300 MB", async () => {
    expect((await run()).kept.memory).toBeLessThan(300 * MEGABYTES);
  });

  it("has lost none of them", async () => {
    expect((await run()).late).toBe(200_004);
  });
});

describe("a graph of 30,000 nodes that may all start", () => {
  it("lets timers have their turn all the time", async () => {
    const { total, stretch } = (await ranAs("a fan")) as Strain;
    expect(stretch).toBeLessThan(total / 3);
  });
});

describe("graphs in graphs", () => {
  it.each([
    ["10,000 levels", 0],
    ["levels without end, through a plan", "DYNAMIC_TOO_DEEP"],
    ["levels without end, cancelled", "RUN_ABORTED"],
    ["2,000 nested sub-workflows", 7],
  ])("end as they should: %s", async (name, outcome) => {
    expect(await ranAs(name)).toBe(outcome);
  });

  it("are planned once: the first run of 2,000 costs little more than the second and compiling", async () => {
    const times = (await ranAs("2,000 sub-workflows")) as { compiled: number; first: number; second: number };
    expect(times.first).toBeLessThan(times.second * 2 + times.compiled);
  });
});
