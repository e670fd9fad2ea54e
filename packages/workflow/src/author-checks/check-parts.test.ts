import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { referenceLaunchPlan } from "../reference/references.js";

const record = t.struct("Visit", {
  at: t.datetime(),
  took: t.duration(),
  left: t.optional(t.datetime()),
  days: t.list(t.datetime()),
  n: t.int(),
});
const value = { at: new Date(0), took: 1, days: [], n: 1 };
const visit = task({ name: "visit", output: record }, () => value);
const times = task({ name: "times", output: t.map(t.datetime()) }, () => ({}));
const day = task({ name: "day", inputs: { at: t.datetime() }, output: t.datetime() }, ({ at }) => at);
const inputs = { at: t.datetime() };
const plain = workflow({ name: "plain", inputs, output: t.datetime() }, ({ at }) => day({ at }));
const late = workflow({ name: "late", inputs, output: t.datetime() }, ({ at }) =>
  conditional("c")
    .if(at.gt(new Date(0)), () => day({ at }))
    .else(() => day({ at })),
);
const outer = workflow({ name: "outer", inputs, output: t.datetime() }, ({ at }) => late({ at }));
const plan = launchPlan(plain);
const starting = workflow({ name: "starting", inputs, output: t.datetime() }, ({ at }) => plan({ at }));
const elsewhere = referenceLaunchPlan({ name: "e", project: "p", domain: "d", version: "v", inputs });
const spans = launchPlan(
  workflow({ name: "spans", inputs: { d: t.duration() } }, ({ d }) => void wait({ d })),
);
const wait = task({ name: "wait", inputs: { d: t.duration() } }, () => {});

const visits = task({ name: "visits", output: t.list(record) }, () => [value]);
const named = task({ name: "named", output: t.map(record) }, () => ({ a: value }));
const stamps = task({ name: "stamps", output: t.list(t.datetime()) }, () => []);
const loose = launchPlan(
  workflow({ name: "loose", inputs: { at: t.optional(t.datetime()) } }, ({ at }) => void maybe({ at })),
);
const maybe = task({ name: "maybe", inputs: { at: t.optional(t.datetime()) } }, () => {});
const counting = launchPlan(
  workflow({ name: "counting", inputs: { n: t.int() } }, ({ n }) => void count({ n })),
);
const count = task({ name: "count", inputs: { n: t.int() } }, () => {});
const two = { at: t.datetime(), other: t.datetime() };
const comparesOther = workflow(
  { name: "comparesOther", inputs: two, output: t.datetime() },
  ({ at, other }) =>
    conditional("c")
      .if(other.gt(new Date(0)), () => day({ at }))
      .else(() => day({ at })),
);
const comparesOwn = workflow({ name: "comparesOwn", inputs, output: t.datetime() }, ({ at }) =>
  conditional("c")
    .if(day({ at }).gt(new Date(0)), () => day({ at }))
    .else(() => day({ at })),
);
const startsOther = workflow({ name: "startsOther", inputs: two }, ({ at, other }) => {
  day({ at });
  plan({ at: day({ at: other }) });
});
const startsPart = workflow(
  { name: "startsPart", inputs: { v: record } },
  ({ v }) => void counting({ n: v.n }),
);

const problemsOf = (wf: Parameters<typeof compile>[0]): unknown => {
  const error = refusal(() => compile(wf));
  return (error as { params: { problems: unknown } }).params.problems;
};

describe("partProblems", () => {
  it.each<[string, () => unknown, string]>([
    [
      "a launch plan",
      () => plan({ at: visit().at }),
      "visit(...).at reaches plain.at as a string, which Flyte refuses for a launch plan",
    ],
    [
      "a reference",
      () => elsewhere({ at: visit().at }),
      "reaches e.at as a string, which Flyte refuses for a launch plan",
    ],
    ["a duration", () => spans({ d: visit().took }), "visit(...).took reaches spans.d as a float"],
    ["an optional part", () => loose({ at: visit().left }), "visit(...).left reaches loose.at as a string"],
    [
      "a field of an element",
      () => plan({ at: visits().at(0).at }),
      "visits(...)[0].at reaches plain.at as a string",
    ],
    ["a field of an entry", () => plan({ at: named().at("a").at }), "reaches plain.at as a string"],
    ["an element", () => plan({ at: visit().days.at(0) }), "visit(...).days[0] reaches plain.at as a string"],
    [
      "a comparison",
      () => late({ at: visit().at }),
      "reaches late.at as a string, which late cannot compare",
    ],
    [
      "a comparison further in",
      () => outer({ at: visit().at }),
      "reaches outer.at as a string, which late cannot compare",
    ],
    [
      "a launch plan further in",
      () => starting({ at: visit().at }),
      "reaches starting.at as a string, which Flyte refuses for a launch plan",
    ],
  ])("tells where a part of a record cannot be read: %s", (_, body, text) => {
    const wf = workflow({ name: "w" }, () => {
      body();
    });
    expect(problemsOf(wf)).toMatchObject([
      { code: "PART_NOT_CONVERTED", message: expect.stringContaining(text) as unknown },
    ]);
  });

  it("tells of a part of an input", () => {
    const wf = workflow({ name: "w", inputs: { v: record } }, ({ v }) => void plan({ at: v.at }));
    expect(problemsOf(wf)).toMatchObject([
      { message: expect.stringContaining("inputs.v.at reaches plain.at") as unknown, nodeId: "n0" },
    ]);
  });

  it("tells it at the author's line", () => {
    const wf = workflow({ name: "w" }, () => {
      plan({ at: visit().at }); // part
    });
    expect(problemsOf(wf)).toMatchObject([{ location: { line: lineOf(import.meta.url, "part") } }]);
  });

  it.each<[string, () => unknown]>([
    ["a task", () => day({ at: visit().at })],
    ["a workflow that compares nothing", () => plain({ at: visit().at })],
    ["a part of a map, which is no record", () => plan({ at: times().at("a") })],
    ["an element of a list, which is no record", () => plan({ at: stamps().at(0) })],
    ["an int, which arrives as it is", () => counting({ n: visit().n })],
    ["an input that is not compared", () => comparesOther({ at: visit().at, other: new Date(0) })],
    ["an input that only a task takes", () => comparesOwn({ at: visit().at })],
    [
      "an input that does not reach the launch plan",
      () => startsOther({ at: visit().at, other: visit().at }),
    ],
    ["a record of which a part is passed on", () => startsPart({ v: visit() })],
    ["a whole output", () => late({ at: day({ at: visit().at }) })],
  ])("lets everything else be: %s", (_, body) => {
    const wf = workflow({ name: "w" }, () => {
      body();
    });
    expect(() => compile(wf)).not.toThrow();
  });
});
