import { describe, expect, it } from "vitest";
import { naiveCron, naiveFires } from "../../test/support/naive-cron.js";
import { random } from "../../test/support/random.js";
import { cronProblem, type CronSchedule, parseCron } from "./cron-expression.js";
import { everFires } from "./ever-fires.js";

/** The fields of an expression in short: how many values each has, with `*` where it is open. */
function fieldsOf(schedule: CronSchedule): string {
  if (schedule.kind === "interval") return `every ${schedule.nanoseconds}`;
  const { minute, hour, dayOfMonth, month, dayOfWeek } = schedule;
  return [minute, hour, dayOfMonth, month, dayOfWeek]
    .map(({ values, open }) => (open ? `*${values.size}` : [...values].toSorted((a, b) => a - b).join(",")))
    .join(" ");
}

function read(expression: string): string {
  const schedule = parseCron(expression);
  return "problem" in schedule ? schedule.problem : fieldsOf(schedule);
}

describe("parseCron", () => {
  it.each([
    ["* * * * *", "*60 *24 *31 *12 *7"],
    ["0 0 1 1 0", "0 0 1 1 0"],
    ["59 23 31 12 6", "59 23 31 12 6"],
    ["0 6 ? * MON", "0 6 *31 *12 1"],
    ["0 6 * JAN-MAR sun,Sat", "0 6 *31 1,2,3 0,6"],
    ["*/30 9-11 1-7/3 * 1-5", "0,30 9,10,11 1,4,7 *12 1,2,3,4,5"],
    ["0 0 * dec,nov,oct,sep *", "0 0 *31 9,10,11,12 *7"],
    ["0 0 * apr,may,jun,jul,aug tue,wed,thu,fri", "0 0 *31 4,5,6,7,8 2,3,4,5"],
  ])("reads the five fields of %s", (expression, fields) => {
    expect(read(expression)).toBe(fields);
  });

  it.each([
    ["@yearly", "0 0 1 1 *7"],
    ["@annually", "0 0 1 1 *7"],
    ["@monthly", "0 0 1 *12 *7"],
    ["@weekly", "0 0 *31 *12 0"],
    ["@daily", "0 0 *31 *12 *7"],
    ["@midnight", "0 0 *31 *12 *7"],
    ["@hourly", "0 *24 *31 *12 *7"],
    ["@every 1h30m", "every 5400000000000"],
    ["@every -5m", "every -300000000000"],
    ["@every 0", "every 0"],
  ])("reads %s", (expression, fields) => {
    expect(read(expression)).toBe(fields);
  });

  it.each([
    " 0 6 * * *",
    "0 6 * * * ",
    "0  6   *\t*\n*",
    "\v0\f6\r*\u0085*\u00a0*",
    "\u16800\u20006\u200a*\u2028*\u2029*\u202f",
    "0\u205f6\u3000* * *",
    "TZ=UTC 0 6 * * *",
    "TZ= 0 6 * * *",
    "TZ=Local   0 6 * * *",
    "CRON_TZ=Asia/Tokyo 0 6 * * *\t",
    "TZ=Europe/Berlin \u00a00 6 * * *",
  ])("takes blanks and zones: %j", (expression) => {
    expect(read(expression)).toBe("0 6 *31 *12 *7");
  });

  it("takes blanks around a descriptor behind a zone, and only there", () => {
    expect(read("TZ=UTC  @daily\t")).toBe("0 0 *31 *12 *7");
    expect(read("CRON_TZ=UTC @every 1s ")).toBe("every 1000000000");
    expect(read(" @daily")).toBe("has 1 field instead of 5");
    expect(read("@every 1s ")).toBe("has no duration such as 1h30m after @every");
  });

  const NONE =
    "begins with @, but is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every <duration>";

  it.each(["@", "@Daily", "@daily ", "@reboot", "@every", "@every\t1s", "@EVERY 1s"])(
    "knows no %j",
    (expression) => {
      expect(read(expression)).toBe(NONE);
    },
  );

  it.each(["@every ", "@every  1s", "@every 1d", "@every x", "@every 1h ago"])(
    "reads no duration in %j",
    (text) => {
      expect(read(text)).toBe("has no duration such as 1h30m after @every");
    },
  );

  it.each([
    ["", "is empty"],
    [" \t", "is empty"],
    ["TZ=UTC ", "is empty"],
    ["abc", "has 1 field instead of 5"],
    ["0 6 * *", "has 4 fields instead of 5"],
    ["0 6 * * * *", "has 6 fields instead of 5"],
    ["0\ufeff6 * * * *", 'has "0\ufeff6" for its minute, which is not a number, range or step'],
    ["TZ=UTC", "has a time zone and nothing after it"],
    ["CRON_TZ=UTC\t@daily", "has a time zone and nothing after it"],
    ["TZ=Mars/Olympus 0 6 * * *", "has a time zone that does not exist"],
    ["TZ=UTC\t0 6 * * *", "has a time zone that does not exist"],
    [" TZ=UTC 0 6 * * *", "has 6 fields instead of 5"],
    ["tz=UTC 0 6 * * *", "has 6 fields instead of 5"],
    ["TZ=UTC TZ=UTC 0 6 * * *", "has 6 fields instead of 5"],
    ["0 TZ= 6 * * *", "has 6 fields instead of 5"],
    ["60 * * * *", 'has "60" for its minute, which goes from 0 to 59'],
    ["* 24 * * *", 'has "24" for its hour, which goes from 0 to 23'],
    ["* * 0 * *", 'has "0" for its day of month, which goes from 1 to 31'],
    ["* * 32 * *", 'has "32" for its day of month, which goes from 1 to 31'],
    ["* * * 0 *", 'has "0" for its month, which goes from 1 (jan) to 12 (dec)'],
    ["* * * 13 *", 'has "13" for its month, which goes from 1 (jan) to 12 (dec)'],
    ["* * * * 7", 'has "7" for its day of week, which goes from 0 (sun) to 6 (sat)'],
    ["mon * * * *", 'has "mon" for its minute, which is not a number, range or step'],
    ["* jan * * *", 'has "jan" for its hour, which is not a number, range or step'],
    ["* * * mon *", 'has "mon" for its month, which is not a number, range or step'],
    ["* * * * jan", 'has "jan" for its day of week, which is not a number, range or step'],
    ["x y * * *", 'has "x" for its minute, which is not a number, range or step'],
  ])("refuses %j", (expression, problem) => {
    expect(parseCron(expression)).toEqual({ problem });
  });

  it("is quick with long texts", () => {
    const start = performance.now();
    for (const text of [" ".repeat(300_000), `${" ".repeat(300_000)}x`, `TZ=UTC ${"x ".repeat(200_000)}`]) {
      expect(parseCron(text)).toHaveProperty("problem");
    }
    expect(read(`TZ=UTC ${" ".repeat(300_000)}@daily${" ".repeat(300_000)}`)).toBe("0 0 *31 *12 *7");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("cronProblem", () => {
  it("is nothing for what fires, and for what would if there were such a day", () => {
    expect(["0 6 * * *", "@every 1ns", "0 6 31 2 *"].map(cronProblem)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(["@every 0s", "@every -1ns", "TZ=UTC @every 0"])("is the interval of %s", (expression) => {
    expect(cronProblem(expression)).toBe("has an interval that is not above zero");
  });

  it("is what the parser has to say", () => {
    expect([cronProblem(""), cronProblem("@often")]).toEqual(["is empty", read("@often")]);
  });
});

// What github.com/unionai/cron/v3 at v3.0.2-0.20220915080349 says: the fork of robfig/cron that Flyte 1.16 is
// built with.
describe("expressions that Flyte's parser was asked about", () => {
  const verdict = (expression: string): string => {
    const schedule = parseCron(expression);
    if ("problem" in schedule) return "refused";
    return everFires(schedule) ? "fires" : "never fires";
  };

  it.each([
    " * * * * 3-6",
    "* *-15 * * 1,,2",
    "* 21 29 4 */2",
    "49 *-x-y\t* * ?",
    "? 11-18 25 * , ",
    "*,*-1-2,18-52/2 * 29 feb */2",
    "1,,2 15/01 +1,?,? * *",
    "41/01,? * * 1,,2 1",
    "@every 153722867s",
    "* * 14,*/01 * 5",
    "?,36 *-1-2 30 2,4 ,",
    "* ?- ? *,11 ?/+1 ",
    "* * * Feb/100 *",
    "+1 * * *-x-y 1,tue-5,?",
    "? * 29 2,4 ,",
    "TZ=Europe/Berlin 0 0 31 2 mon",
  ])("fires: %j", (expression) => {
    expect(verdict(expression)).toBe("fires");
  });

  it.each([
    "48/1 , ,, * tUe",
    "? * 20,? ,, *",
    "*/1,*-1-2 * 30 feb ,",
    "TZ=Europe/Berlin \t,, * 22 ? ?",
    "* * 9,*,? * ,",
    ", 15 29/100 * *",
    "0 0 31 4,6,9,11 ?",
    ",, * * *-jan *",
  ])("never fires: %j", (expression) => {
    expect(verdict(expression)).toBe("never fires");
  });

  it.each([
    "?/0 * * *",
    "* W-+ 3-29,18,23 * Fri-4",
    "46-11,1.0-4 */+1 *?,10-6 * *",
    " TZ=UTC 0 0 * * *",
    "TZ=../UTC 0 0 * * 2-thu",
    "TZ=UTC/ @daily",
    "* *  */2 1/0,?/,? ?",
    "? 16,? 20-0x1/2 1,,2 *",
    "? * * 7-fri/01 2",
    "17-49 1_0-17 * 1-9 *",
    "* * , 3-11,3--/1 *",
    "?/-1 */61 19/2 * *",
    "@every -92233706854775.5h",
    "* * * * *?",
    "* ?-4/ * * *",
    "42/x 23 * * *",
    "* * 1-2-3 * *",
    "0 0 * * mon/1/1",
    "0 0 1- * *",
    "0 0 * -1 *",
    "days",
    "@days",
  ])("is refused: %j", (expression) => {
    expect(verdict(expression)).toBe("refused");
  });
});

describe("parseCron and a second reading", () => {
  const next = random(20_240_229);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
  const upTo = (max: number): number => Math.floor(next() * (max + 1));
  const SPANS = [
    [0, 59],
    [0, 23],
    [1, 31],
    [1, 12],
    [0, 6],
  ] as const;

  function value([min, max]: readonly [number, number]): string {
    return pick([
      `${min + upTo(max - min)}`,
      `${min + upTo(max - min)}`,
      `${max}`,
      `${max + 1}`,
      `+${max}`,
      pick(["feb", "Sun", "x"]),
    ]);
  }

  function item(span: readonly [number, number]): string {
    const plain = pick([
      "*",
      "?",
      value(span),
      value(span),
      `${value(span)}-${value(span)}`,
      `*-${value(span)}`,
    ]);
    return next() < 0.3 ? `${plain}/${pick(["1", "2", "7", "31", "0", "+3", "x", ""])}` : plain;
  }

  function field(span: readonly [number, number]): string {
    if (next() < 0.3) return pick(["*", "*", "?", ","]);
    return Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => item(span)).join(",");
  }

  it("agree on what is an expression, on its values, and on whether it fires", () => {
    const counts = { read: 0, refused: 0, silent: 0 };
    for (let i = 0; i < 4000; i += 1) {
      const expression = SPANS.map(field).join(" ");
      const [schedule, wanted] = [parseCron(expression), naiveCron(expression)];
      if ("problem" in schedule || schedule.kind === "interval" || wanted === undefined) {
        expect([expression, "problem" in schedule]).toEqual([expression, wanted === undefined]);
        counts.refused += 1;
        continue;
      }
      const { minute, hour, dayOfMonth, month, dayOfWeek } = schedule;
      const given = [minute, hour, dayOfMonth, month, dayOfWeek].map(({ values, open }) => ({
        values: [...values].toSorted((a, b) => a - b),
        open,
      }));
      expect([expression, given]).toEqual([expression, wanted]);
      expect([expression, everFires(schedule)]).toEqual([expression, naiveFires(wanted)]);
      counts.read += 1;
      if (!everFires(schedule)) counts.silent += 1;
    }
    // All of it came up.
    expect(Math.min(counts.read, counts.refused, counts.silent)).toBeGreaterThan(100);
  });
});
