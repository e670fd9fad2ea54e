import { cron, fixedRate } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { timesOf } from "./times-of.js";

const times = (expression: string, from: string, to: string): readonly string[] => {
  const span = { plan: "nightly", from: new Date(from), to: new Date(to) };
  return timesOf(cron(expression as "0 8 * * *").message, span).map((time) => time.toISOString());
};

describe("timesOf", () => {
  it("leaves out both ends", () => {
    const found = times("0 8 * * *", "2026-05-01T08:00Z", "2026-05-11T08:00Z");
    expect(found).toHaveLength(9);
    expect(found[0]).toBe("2026-05-02T08:00:00.000Z");
    expect(found.at(-1)).toBe("2026-05-10T08:00:00.000Z");
    expect(times("0 8 * * *", "2026-05-01T07:59:59.999Z", "2026-05-01T08:00:00.001Z")).toHaveLength(1);
  });

  it("counts in the zone of the schedule, with its summer time", () => {
    expect(times("CRON_TZ=Europe/Berlin 0 8 * * *", "2026-03-28T12:00Z", "2026-03-31T00:00Z")).toEqual([
      "2026-03-29T06:00:00.000Z",
      "2026-03-30T06:00:00.000Z",
    ]);
    // As Flyte's scheduler counts: an hour that comes twice counts twice, and one that is skipped not at all.
    expect(times("CRON_TZ=Europe/Berlin 30 2 * * *", "2026-10-24T12:00Z", "2026-10-26T12:00Z")).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
    expect(times("CRON_TZ=Europe/Berlin 30 2 * * *", "2026-03-28T12:00Z", "2026-03-30T12:00Z")).toHaveLength(
      1,
    );
    expect(times("CRON_TZ=America/New_York @daily", "2026-11-01T00:00Z", "2026-11-03T12:00Z")).toEqual([
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
      "2026-11-03T05:00:00.000Z",
    ]);
  });

  it("takes 100 times, and no more", () => {
    expect(times("*/1 * * * *", "2026-05-01T00:00Z", "2026-05-01T01:41Z")).toHaveLength(100);
    expect(() => times("*/1 * * * *", "2026-05-01T00:00Z", "2026-05-01T01:42Z")).toThrow(
      /more than 100 times/,
    );
    expect(() => times("*/1 * * * *", "1970-01-01T00:00Z", "2270-01-01T00:00Z")).toThrow(
      /more than 100 times/,
    );
  });

  it.each([
    [cron("0 8 * * *").message, "2026-05-02T00:00Z", "2026-05-01T00:00Z", "it should begin before it ends"],
    [cron("0 8 * * *").message, "2026-05-01T00:00Z", "2026-05-01T00:00Z", "it should begin before it ends"],
    [
      cron("0 8 * * *").message,
      "2026-05-01T09:00Z",
      "2026-05-02T07:00Z",
      "first time behind is 2026-05-02T08:00",
    ],
    [cron("0 0 30 2 *").message, "2026-05-01T09:00Z", "2026-05-02T07:00Z", "its schedule never fires"],
    [fixedRate("1 hour").message, "2026-05-01T00:00Z", "2026-05-02T00:00Z", "a fixed rate"],
    [undefined, "2026-05-01T00:00Z", "2026-05-02T00:00Z", "the launch plan has no schedule"],
    [
      {
        ScheduleExpression: { $case: "cronExpression", value: "0 8 * * ? *" },
        kickoffTimeInputArg: "",
      } as const,
      "2026-05-01T00:00Z",
      "2026-05-02T00:00Z",
      "of a kind that Flyte does not run any more",
    ],
  ])("refuses %o from %s to %s", (schedule, from, to, problem) => {
    const make = () => timesOf(schedule, { plan: "nightly", from: new Date(from), to: new Date(to) });
    expect(make).toThrow(expect.objectContaining({ code: "BACKFILL_INVALID" }));
    expect(make).toThrow(problem);
  });
});
