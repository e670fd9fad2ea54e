import { cron, fixedRate, launchPlan, sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { runSchedule, virtualClock } from "../entries/testing.js";

const year = task({ name: "year", inputs: { when: t.datetime() }, output: t.int() }, ({ when }) =>
  when.getUTCFullYear(),
);
const yearly = workflow({ name: "yearly", inputs: { when: t.datetime() }, output: t.int() }, ({ when }) =>
  year({ when }, { after: [sleep("2 hours", { timeout: "3 hours" })] }),
);
const plan = launchPlan(yearly, {
  name: "at.new.year",
  schedule: cron("@yearly", { kickoffTime: "when" }),
});
const start = new Date("2026-03-01T12:00:00Z");

describe("a schedule on a virtual clock", () => {
  it("needs a clock whose time can be waited for", async () => {
    const error = await failureOf(runSchedule(plan, { clock: "real" as never, times: 1 }));
    expect(error.text).toContain("`clock` is a string, not a clock");
  });

  it("starts a run at each of its times, with the kickoff time", async () => {
    const clock = virtualClock(start);
    const runs = await runSchedule(plan, { clock, times: 3 });
    expect(runs.map(({ at }) => at.toISOString().slice(0, 16))).toEqual([
      "2027-01-01T00:00",
      "2028-01-01T00:00",
      "2029-01-01T00:00",
    ]);
    expect(await Promise.all(runs.map(({ run }) => run.result))).toEqual([2027, 2028, 2029]);
    expect(clock.date).toEqual(new Date("2029-01-01T02:00:00Z"));
  });

  it("ends at a time, and goes by a rate", async () => {
    const note = task({ name: "note.rate", output: t.int() }, () => 1);
    const wf = workflow({ name: "rated", output: t.int() }, () => note());
    const rated = launchPlan(wf, { name: "each.90", schedule: fixedRate("90 min") });
    const clock = virtualClock(start);
    const runs = await runSchedule(rated, { clock, until: new Date("2026-03-01T16:30:00Z") });
    expect(runs.map(({ at }) => at.toISOString().slice(11, 16))).toEqual(["13:30", "15:00", "16:30"]);
  });

  it("starts a run while the last one still goes on", async () => {
    const wf = workflow({ name: "long.hourly", output: t.int() }, () =>
      year({ when: new Date(0) }, { after: [sleep("150 min", { timeout: "3 hours" })] }),
    );
    const hourly = launchPlan(wf, { name: "hourly", schedule: cron("@hourly") });
    const clock = virtualClock(start);
    const runs = await runSchedule(hourly, { clock, times: 3 });
    expect(clock.date).toEqual(new Date("2026-03-01T15:00:00Z"));
    await Promise.all(runs.map(({ run }) => run.result));
    expect(clock.date).toEqual(new Date("2026-03-01T17:30:00Z"));
  });

  it("says why it cannot run", async () => {
    const clock = virtualClock(start);
    const never = launchPlan(yearly, {
      name: "never",
      schedule: cron("0 0 31 2 *", { kickoffTime: "when" }),
    });
    const none = launchPlan(yearly, { name: "none" });
    for (const [run, problem] of [
      [runSchedule(yearly as never, { clock, times: 1 }), "it is not a launch plan"],
      [runSchedule(none, { clock, times: 1 }), "the plan has no schedule"],
      [runSchedule(plan, { clock }), "neither `times` nor `until` says when it stops"],
      [runSchedule(plan, { clock, times: 0 }), "`times` is the number 0"],
      [runSchedule(plan, { clock, until: "soon" as never }), "`until` is a string, not a date"],
      [runSchedule(plan, { times: 1 } as never), "`clock` is missing"],
      [runSchedule(never, { clock, times: 1 }), "it does not fire in the next five years"],
    ] as const) {
      const error = await failureOf(run);
      expect(error.code).toBe("SCHEDULE_NOT_RUNNABLE");
      expect(error.text).toContain(problem);
    }
    expect(await failureOf(runSchedule(plan, { clock: {} as never, times: 1 }))).toMatchObject({
      code: "OPTION_INVALID",
    });
    expect(await failureOf(runSchedule(plan, { clock, times: 1, concurrency: 0 }))).toMatchObject({
      code: "CONCURRENCY_INVALID",
    });
  });
});
