import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cron, fixedRate } from "../entries/index.js";
import { nextTime } from "./next-time.js";

/** The next times of a cron expression, as many as there are up to three. */
function nextTimes(expression: string, after: number): readonly number[] {
  const { message } = cron(expression as "* * * * *");
  const times: number[] = [];
  let time: Date | undefined = new Date(after);
  while (times.length < 3 && time !== undefined) {
    time = nextTime(message, time);
    if (time !== undefined) times.push(time.getTime());
  }
  return times;
}

const at = (text: string): number => new Date(text).getTime();

describe("nextTime", () => {
  // What github.com/unionai/cron/v3 at v3.0.2-0.20220915080349 says: the fork of robfig/cron in Flyte 1.16. Clocks that
  // are put forward or back by half an hour are left out: there it leaves out an hour of that day.
  it("agrees with the scheduler of Flyte, in time zones and where clocks are put forward or back", () => {
    const rows = readFileSync(new URL("../../test/data/next-times.jsonl", import.meta.url), "utf8").trim();
    const wanted = rows.split("\n").map((row) => JSON.parse(row) as [string, number, readonly number[]]);
    expect(wanted.length).toBe(160);
    expect(wanted.map(([expression, after]) => [expression, after, nextTimes(expression, after)])).toEqual(
      wanted,
    );
  });

  it("is never the time itself, however close", () => {
    expect(nextTimes("0 6 * * *", at("2026-03-01T06:00:00Z"))[0]).toBe(at("2026-03-02T06:00:00Z"));
    expect(nextTimes("0 6 * * *", at("2026-03-01T05:59:59.999Z"))[0]).toBe(at("2026-03-01T06:00:00Z"));
    expect(nextTimes("0 0 1 1 *", at("2026-01-01T00:00:00Z"))).toEqual(
      ["2027", "2028", "2029"].map((year) => at(`${year}-01-01T00:00:00Z`)),
    );
  });

  it("is none for a day that no month has", () => {
    expect(nextTimes("0 0 31 2 *", 0)).toEqual([]);
  });

  it("counts a rate from the time that is given", () => {
    const after = new Date("2026-03-01T05:17:23.500Z");
    expect(nextTime(fixedRate("90 min").message, after)).toEqual(new Date("2026-03-01T06:47:23.500Z"));
    expect(nextTime(fixedRate("2 hours").message, after)).toEqual(new Date("2026-03-01T07:17:23.500Z"));
    expect(nextTime(fixedRate("3 days").message, after)).toEqual(new Date("2026-03-04T05:17:23.500Z"));
  });

  it("is none for messages that start nothing", () => {
    expect(nextTime({ ScheduleExpression: undefined, kickoffTimeInputArg: "" }, new Date(0))).toBeUndefined();
    const wrong = { schedule: "often", offset: "" };
    const ScheduleExpression = { $case: "cronSchedule", value: wrong } as const;
    expect(nextTime({ ScheduleExpression, kickoffTimeInputArg: "" }, new Date(0))).toBeUndefined();
  });
});
