import { approve, cron, launchPlan, sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { expect, it } from "vitest";
import { answerAfter, assertRun, fault, recordOf, runSchedule, virtualClock } from "../entries/testing.js";

const DAY = 24 * 60 * 60 * 1000;

const fetch = task(
  { name: "fetch.year", inputs: { when: t.datetime() }, output: t.int(), retries: 2, timeout: "10 min" },
  ({ when }) => when.getUTCFullYear(),
);
const publish = task(
  { name: "publish", inputs: { year: t.int() }, output: t.string() },
  ({ year }) => `year ${year}`,
);
const report = workflow(
  { name: "yearly.report", inputs: { when: t.datetime() }, output: t.string() },
  ({ when }) => {
    const year = approve(fetch({ when }), "looks good", { timeout: "2 days" });
    return publish({ year }, { after: [sleep("3 days", { timeout: "4 days", after: [year] })] });
  },
);
const yearly = launchPlan(report, { name: "yearly", schedule: cron("@yearly", { kickoffTime: "when" }) });

async function threeYears(): Promise<{ readonly elapsed: number; readonly records: readonly string[] }> {
  const clock = virtualClock(new Date("2026-03-01T12:00:00Z"));
  const start = clock.now();
  const runs = await runSchedule(yearly, {
    clock,
    times: 3,
    gates: { "looks good": answerAfter("1 day", true) },
    // Two attempts hang until their timeouts.
    interceptors: [
      fault({ entity: fetch, attempt: 0 }, { hang: true }),
      fault({ entity: fetch, attempt: 1 }, { hang: true }),
    ],
  });
  const results = await Promise.all(runs.map(({ run }) => run.result));
  for (const { run } of runs) {
    const record = await recordOf(run);
    assertRun(record).toHaveSucceeded();
    assertRun(record).toHaveRetried("fetch.year", 2);
    assertRun(record).toHaveWaited("looks good");
    assertRun(record).toHaveWaited("sleep-gate");
    const last = record.events.at(-1);
    // A day for the approval, three for the sleep, and the time of the attempts that timed out.
    const duration = last?.kind === "run-succeeded" ? last.duration : 0;
    expect(duration).toBeGreaterThanOrEqual(4 * DAY + 2 * 600_000);
    expect(duration).toBeLessThan(4 * DAY + 2 * 600_000 + DAY);
  }
  return { elapsed: clock.now() - start, records: results };
}

it("runs a yearly schedule with a sleep of three days, an approval and two timeouts in under 50 ms", async () => {
  // The first time loads and compiles code.
  await threeYears();
  let [real, cpu] = [Infinity, Infinity];
  // The best of some: another process may take the processor meanwhile. CPU time does not count that.
  for (let round = 0; round < 5; round += 1) {
    const [start, usage] = [performance.now(), process.cpuUsage()];
    const { elapsed, records } = await threeYears();
    const { user, system } = process.cpuUsage(usage);
    cpu = Math.min(cpu, (user + system) / 1000);
    real = Math.min(real, performance.now() - start);
    expect(records).toEqual(["year 2027", "year 2028", "year 2029"]);
    expect(elapsed).toBeGreaterThan(2 * 365 * DAY);
  }
  console.log(`three years: ${real.toFixed(1)} ms of real time, ${cpu.toFixed(1)} ms of CPU time`);
  expect(cpu).toBeLessThan(50);
});
