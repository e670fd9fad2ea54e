import { Schedule } from "@flytekit-ts/models/admin";
import { Parameter, Variable } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { datetime, type Found, foundInPlan, int, typeOf } from "../../../test/support/sound-messages.js";

type Expression = Schedule["ScheduleExpression"];

/** What is found in a plan with this schedule whose workflow has no inputs. */
function found(ScheduleExpression: Expression): readonly Found[] {
  return foundInPlan((spec, { workflow }) => {
    workflow.interface?.inputs?.variables.clear();
    Object.assign(spec.entityMetadata ?? {}, { schedule: { ...Schedule.create(), ScheduleExpression } });
  });
}

const cron = (schedule: string): Expression => ({
  $case: "cronSchedule",
  value: { schedule, offset: "nonsense" },
});
const rate = (value: number): Expression => ({ $case: "rate", value: { value, unit: 2 } });
const NOON = cron("0 12 * * *");

describe("the schedule of a launch plan", () => {
  it.each([cron("0 6 * * *"), cron("@daily"), cron("TZ=UTC @every 1s"), rate(1), rate(4_294_967_295)])(
    "is taken: %j",
    (given) => {
      expect(found(given)).toEqual([]);
    },
  );

  it("may be left out", () => {
    expect(foundInPlan((spec) => (spec.entityMetadata = undefined))).toEqual([]);
    expect(foundInPlan(() => undefined)).toEqual([]);
  });

  it.each([
    ["", "is empty"],
    ["0 6 * * * *", "has 6 fields instead of 5"],
    ["@every 0s", "has an interval that is not above zero"],
    ["@every -5m", "has an interval that is not above zero"],
    ["0 6 * * 7", 'has "7" for its day of week, which goes from 0 (sun) to 6 (sat)'],
  ])("has a cron expression that can be read: not %j", (expression, problem) => {
    expect(found(cron(expression))).toEqual([
      ["CRON_INVALID", `The cron expression ${JSON.stringify(expression)} of launch plan lp ${problem}.`],
    ]);
  });

  it("cuts off a long expression", () => {
    expect(found(cron("x".repeat(1000)))).toEqual([
      [
        "CRON_INVALID",
        `The cron expression "${"x".repeat(80)}..." of launch plan lp has 1 field instead of 5.`,
      ],
    ]);
    expect(found(cron("x".repeat(80)))[0]?.[1]).toContain(`"${"x".repeat(80)}"`);
  });

  it.each(["0 6 31 2 *", "0 6 30 2 ?", ", 6 * * *"])("is warned of if it never fires: %s", (expression) => {
    const message =
      "The schedule of launch plan lp never fires: no month has such a day, or there is no such time.";
    expect(found(cron(expression))).toEqual([["SCHEDULE_NEVER_FIRES", message, { severity: "warning" }]]);
  });

  it.each([undefined, { $case: "later", value: {} } as never])(
    "is warned of if it names no time: %j",
    (expression) => {
      const message = "The schedule of launch plan lp never fires: it names no time.";
      expect(found(expression)).toEqual([["SCHEDULE_NEVER_FIRES", message, { severity: "warning" }]]);
    },
  );

  it.each(["0 6 * * *", "0 6 * * ? *", ""])("does not use the old field, whatever it holds: %j", (value) => {
    const problem = "which Flyte's scheduler cannot activate; `cron_schedule` replaces it";
    expect(found({ $case: "cronExpression", value })).toEqual([
      ["FIELD_UNSUPPORTED", `Launch plan lp sets \`cron_expression\`, ${problem}.`],
    ]);
  });

  it("has a rate above zero", () => {
    const message =
      "The option `schedule.rate` of launch plan lp takes a whole number from 1 to 2^32 - 1, but was given 0.";
    expect(found(rate(0))).toEqual([["OPTION_INVALID", message]]);
    expect(found({ $case: "rate", value: undefined as never })).toEqual([["OPTION_INVALID", message]]);
  });

  it("may lack anything", () => {
    expect(found({ $case: "cronSchedule", value: undefined as never }).map(([code]) => code)).toEqual([
      "CRON_INVALID",
    ]);
  });
});

/** What is found in a plan with a schedule at noon that gives its start to an input. */
function starting(
  input: string,
  change: Parameters<typeof foundInPlan>[0],
  expression: Expression = NOON,
): readonly Found[] {
  return foundInPlan((spec, parts) => {
    const schedule = { ScheduleExpression: expression, kickoffTimeInputArg: input };
    Object.assign(spec.entityMetadata ?? {}, { schedule });
    const variables = parts.workflow.interface?.inputs?.variables;
    for (const name of variables?.keys() ?? []) if (name !== "x" && name !== "when") variables?.delete(name);
    change(spec, parts);
  });
}

const unbound = (input: string): Found => [
  "SCHEDULE_INPUT_UNBOUND",
  `Launch plan lp has a schedule, but its input ${input} has no value in the executions that the schedule starts.`,
  { input },
];

const defaultOf = (type: "INTEGER" | "DATETIME", behavior: Parameter["behavior"]): Parameter => ({
  ...Parameter.create({ var: { type: typeOf(type) } }),
  behavior,
});

describe("the inputs of a launch plan with a schedule", () => {
  it("have a value each", () => {
    expect(starting("", () => undefined)).toEqual([unbound("x"), unbound("when")]);
    const bound = starting("", (spec) => {
      spec.defaultInputs?.parameters.set("x", defaultOf("INTEGER", { $case: "default", value: int(1n) }));
      spec.fixedInputs?.literals.set("when", datetime(0n));
    });
    expect(bound).toEqual([]);
  });

  it.each([rate(1), { $case: "cronExpression", value: "" } as const])("do so with %j", (expression) => {
    expect(starting("", () => undefined, expression).slice(-2)).toEqual([unbound("x"), unbound("when")]);
  });

  it("need none without one", () => {
    const found = foundInPlan((spec) => Object.assign(spec.entityMetadata ?? {}, { schedule: undefined }));
    expect(found).toEqual([]);
  });

  it("have none that is required", () => {
    const found = starting("when", (spec) => {
      spec.defaultInputs?.parameters.set("x", defaultOf("INTEGER", { $case: "required", value: true }));
    });
    expect(found).toEqual([unbound("x")]);
  });

  it("need none if a default exists, even an empty one: that is reported at the default", () => {
    const found = starting("when", (spec) => {
      spec.defaultInputs?.parameters.set("x", defaultOf("INTEGER", undefined));
    });
    expect(found.map(([code]) => code)).toEqual(["PART_MISSING"]);
  });

  it("may be given the time of the start", () => {
    const found = starting("when", (spec) => spec.fixedInputs?.literals.set("x", int(1n)));
    expect(found).toEqual([]);
    const required = starting("when", (spec) => {
      spec.fixedInputs?.literals.set("x", int(1n));
      spec.defaultInputs?.parameters.set("when", defaultOf("DATETIME", { $case: "required", value: true }));
    });
    expect(required).toEqual([]);
  });

  it("are named in short", () => {
    const [found] = starting("", (_, { workflow }) => {
      const variables = workflow.interface?.inputs?.variables;
      const variable = variables?.get("x");
      variables?.clear();
      if (variable !== undefined) variables?.set("y".repeat(99), variable);
    });
    expect(found).toEqual(unbound(`${"y".repeat(80)}...`));
  });
});

describe("the input that is given the time of the start", () => {
  const kickoff = (input: string, problem: string): Found => [
    "KICKOFF_INPUT_INVALID",
    `The schedule of launch plan lp passes its start time to the input ${input}, which ${problem}.`,
    { input },
  ];
  const bindBoth: Parameters<typeof foundInPlan>[0] = (spec) => {
    spec.defaultInputs?.parameters.set("x", defaultOf("INTEGER", { $case: "default", value: int(1n) }));
    spec.defaultInputs?.parameters.set(
      "when",
      defaultOf("DATETIME", { $case: "default", value: datetime(0n) }),
    );
  };

  it("is one of the workflow", () => {
    expect(starting("nope", bindBoth)).toEqual([kickoff("nope", "the workflow does not have")]);
    expect(starting("y".repeat(99), bindBoth)).toEqual([
      kickoff(`${"y".repeat(80)}...`, "the workflow does not have"),
    ]);
    expect(starting("when", bindBoth)).toEqual([]);
  });

  it("is a datetime", () => {
    expect(starting("x", bindBoth)).toEqual([kickoff("x", "is integer, not datetime")]);
    const undeclared = starting("x", (spec) => spec.fixedInputs?.literals.set("when", datetime(0n)));
    expect(undeclared).toEqual([kickoff("x", "is integer, not datetime")]);
  });

  it.each([undefined, Variable.create(), Variable.create({ type: {} })])("has a type: not %j", (variable) => {
    const found = starting("when", (spec, { workflow }) => {
      spec.fixedInputs?.literals.set("x", int(1n));
      workflow.interface?.inputs?.variables.set("when", variable as Variable);
    });
    expect(found).toEqual([kickoff("when", "is no type, not datetime")]);
  });

  it("has the type of the workflow where its default says none", () => {
    const found = starting("when", (spec) => {
      spec.fixedInputs?.literals.set("x", int(1n));
      spec.defaultInputs?.parameters.set("when", Parameter.create({ behavior: undefined }));
    });
    expect(found.map(([code]) => code)).toEqual(["PART_MISSING"]);
  });

  it("has no fixed value", () => {
    const found = starting("when", (spec) => {
      spec.fixedInputs?.literals.set("when", datetime(0n));
      spec.fixedInputs?.literals.set("x", int(1n));
    });
    expect(found).toEqual([kickoff("when", "has a fixed value")]);
  });

  it("is reported once if it has both", () => {
    const found = starting("when", (spec, parts) => {
      bindBoth(spec, parts);
      spec.fixedInputs?.literals.set("when", datetime(0n));
    });
    expect(found.map(([code]) => code)).toEqual(["INPUT_FIXED_AND_DEFAULTED"]);
  });

  it("is not looked at where there is no time to start at", () => {
    const found = foundInPlan((spec) => {
      const schedule = { ...Schedule.create(), kickoffTimeInputArg: "nope" };
      Object.assign(spec.entityMetadata ?? {}, { schedule });
    });
    expect(found.map(([code]) => code)).toEqual(["SCHEDULE_NEVER_FIRES"]);
  });
});
