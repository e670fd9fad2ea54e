/** Parts of records: the backend takes them out of the record as the primitives that stand in it. */
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";

import { runLocal } from "../src/entries/index.js";

const visit = t.struct("Visit", {
  at: t.datetime(),
  took: t.duration(),
  left: t.optional(t.datetime()),
  days: t.list(t.datetime()),
});
const at = new Date("2024-05-01T12:00:00.250Z");
const value = { at, took: 1500, left: at, days: [at] };

const one = task({ name: "one", output: visit }, () => value);
const many = task({ name: "many", output: t.list(visit) }, () => [value]);
const day = task({ name: "day", inputs: { at: t.datetime() }, output: t.datetime() }, (inputs) => inputs.at);
const left = task(
  { name: "left", inputs: { at: t.optional(t.datetime()) }, output: t.boolean() },
  (inputs) => inputs.at?.getTime() === at.getTime(),
);
const span = task({ name: "span", inputs: { d: t.duration() }, output: t.duration() }, ({ d }) => d);
const inner = workflow({ name: "inner", inputs: { at: t.datetime() }, output: t.datetime() }, (inputs) =>
  day({ at: inputs.at }),
);

const parts = workflow(
  {
    name: "parts",
    outputs: {
      field: t.datetime(),
      ofList: t.datetime(),
      element: t.datetime(),
      throughWorkflow: t.datetime(),
      returned: t.datetime(),
      took: t.duration(),
      left: t.boolean(),
      days: t.list(t.datetime()),
    },
  },
  () => {
    const record = one();
    return {
      field: day({ at: record.at }),
      ofList: day({ at: many().at(0).at }),
      element: day({ at: record.days.at(0) }),
      throughWorkflow: inner({ at: record.at }),
      returned: record.at,
      took: span({ d: record.took }),
      left: left({ at: record.left }),
      days: mapTask(day)({ at: record.days }),
    };
  },
);

describe("a datetime or a duration inside a record", () => {
  it("reaches the input that it is bound to", async () => {
    expect(await runLocal(parts)).toEqual({
      field: at,
      ofList: at,
      element: at,
      throughWorkflow: at,
      returned: at,
      took: 1500,
      left: true,
      days: [at],
    });
  });
});
