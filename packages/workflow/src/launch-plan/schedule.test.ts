import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { cron, fixedRate, isSchedule } from "./schedule.js";

function untyped(value: unknown): never {
  return value as never;
}

describe("cron", () => {
  it("keeps the expression as it was written", () => {
    expect(cron("0 2 * * *").message).toEqual({
      ScheduleExpression: { $case: "cronSchedule", value: { schedule: "0 2 * * *", offset: "" } },
      kickoffTimeInputArg: "",
    });
  });

  it("says which input is given the time, and by what times are shifted", () => {
    expect(cron("@daily", { kickoffTime: "when", offset: "P1D" }).message).toMatchObject({
      ScheduleExpression: { value: { schedule: "@daily", offset: "P1D" } },
      kickoffTimeInputArg: "when",
    });
  });

  it.each([
    "* * * * *",
    "*/15 0-12/2 1,15 JAN-MAR mon-fri",
    "0 0 ? * 0",
    " 0  0 1 1 * ",
    "@hourly",
    "@every 1h30m",
    "TZ=Europe/Paris 0 6 * * *",
    "CRON_TZ=UTC @daily",
    "CRON_TZ=UTC \t @daily ",
    "+5 2 * * *",
  ])("takes %s", (expression) => {
    expect(isSchedule(cron(expression))).toBe(true);
  });

  it.each([
    ["", "is empty"],
    ["   ", "is empty"],
    ["days", "has 1 field instead of 5"],
    ["every day at 2", "has 4 fields instead of 5"],
    ["0 0 2 * * *", "has 6 fields instead of 5"],
    ["0 2 * * 7", 'has "7" for its day of week, which goes from 0 (sun) to 6 (sat)'],
    ["@nightly", "begins with @"],
    ["@every 0s", "has an interval that is not above zero"],
    ["TZ=Europe/Atlantis 0 2 * * *", "has a time zone that does not exist"],
  ])("refuses %o as flyteadmin does, at its line", (expression, problem) => {
    const act = () => cron(expression); // refused expression
    expect(refusal(act)).toMatchObject({
      code: "CRON_INVALID",
      text: expect.stringContaining(
        `The cron expression ${JSON.stringify(expression)} ${problem}`,
      ) as unknown,
      location: { line: lineOf(import.meta.url, "refused expression") },
    });
  });

  it.each([
    [undefined, "nothing"],
    [null, "null"],
    [5, "the number 5"],
    [["0 2 * * *"], "an array"],
    [cron("@daily"), "an object"],
  ])("refuses %o, at its line", (expression, shown) => {
    const act = () => cron(untyped(expression)); // expression
    expect(refusal(act)).toMatchObject({
      code: "SCHEDULE_INVALID",
      text: `A schedule takes a cron expression of five fields, but was given ${shown}.`,
      location: { line: lineOf(import.meta.url, "expression") },
    });
  });

  it.each([
    [{ kickoff: "when" }, "OPTION_UNKNOWN"],
    [{ kickoffTime: "" }, "OPTION_INVALID"],
    [{ kickoffTime: 5 }, "OPTION_INVALID"],
    [{ offset: "1 day" }, "OPTION_INVALID"],
    [{ offset: "" }, "OPTION_INVALID"],
    [{ offset: 5 }, "OPTION_INVALID"],
    [{ offset: ["P1D"] }, "OPTION_INVALID"],
    [{ offset: null }, "OPTION_INVALID"],
    ["when", "OPTIONS_NOT_AN_OBJECT"],
    [null, "OPTIONS_NOT_AN_OBJECT"],
  ])("refuses the options %o, at their line", (options, code) => {
    const act = () => cron("@daily", untyped(options)); // cron options
    expect(refusal(act)).toMatchObject({ code, location: { line: lineOf(import.meta.url, "cron options") } });
  });
});

describe("fixedRate", () => {
  const [MINUTE, HOUR, DAY] = [0, 1, 2];
  it.each([
    ["10 hours", 10, HOUR],
    ["24 hours", 1, DAY],
    ["25 h", 25, HOUR],
    ["30 min", 30, MINUTE],
    ["90 minutes", 90, MINUTE],
    ["120 minutes", 2, HOUR],
    ["2 days", 2, DAY],
    [60_000, 1, MINUTE],
    ["60 s", 1, MINUTE],
  ])("is in the largest unit that fits: %s", (every, value, unit) => {
    expect(fixedRate(every, { kickoffTime: "when" }).message).toEqual({
      ScheduleExpression: { $case: "rate", value: { value, unit } },
      kickoffTimeInputArg: "when",
    });
  });

  it.each([
    [0, "the number 0"],
    ["90 s", '"90 s"'],
    [1, "the number 1"],
    ["1.5 minutes", '"1.5 minutes"'],
  ])("refuses %o, which is no span of whole minutes", (every, shown) => {
    const act = () => fixedRate(every); // every
    expect(refusal(act)).toMatchObject({
      code: "SCHEDULE_INVALID",
      text: `A schedule takes a span of whole minutes, at least one, but was given ${shown}.`,
      location: { line: lineOf(import.meta.url, "every") },
    });
  });

  it.each([["-1 hour"], ["often"], [undefined], [null], [-60_000], [NaN], [["1 hour"]], [{ hours: 1 }]])(
    "refuses %o, which is no span",
    (every) => {
      const act = () => fixedRate(untyped(every)); // no span
      expect(refusal(act)).toMatchObject({
        code: "OPTION_INVALID",
        params: { at: "fixedRate", option: "every" },
        location: { line: lineOf(import.meta.url, "no span") },
      });
    },
  );

  it.each([
    [{ offset: "P1D" }, "OPTION_UNKNOWN"],
    [{ kickoffTime: null }, "OPTION_INVALID"],
    [5, "OPTIONS_NOT_AN_OBJECT"],
  ])("refuses the options %o", (options, code) => {
    expect(refusal(() => fixedRate("1 hour", untyped(options)))).toMatchObject({ code });
  });
});

describe("isSchedule", () => {
  it("knows what the two gave, and nothing that only looks like it", () => {
    const schedule = cron("@daily");
    expect([schedule, fixedRate("1 h")].map(isSchedule)).toEqual([true, true]);
    expect(
      [null, undefined, "@daily", { kind: "cron", message: "@daily" }, { ...schedule, kind: "x" }].map(
        isSchedule,
      ),
    ).toEqual([false, false, false, false, true]);
  });
});
