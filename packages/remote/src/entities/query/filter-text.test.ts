import { coreErrors } from "@flytekit-ts/core/errors";
import { describe, expect, it } from "vitest";
import { COLUMNS, type LaunchPlanFields, type TaskFields } from "../lists/columns.js";
import type { Where } from "./conditions.js";
import { filterText } from "./filter-text.js";

const text = (where: Where<TaskFields>): string => filterText(where, COLUMNS.task, "remote.tasks");

describe("filterText", () => {
  it.each<[Where<TaskFields>, string]>([
    [{}, ""],
    [{ version: "v1" }, "eq(version,v1)"],
    [{ version: { equals: "v1" } }, "eq(version,v1)"],
    [{ version: { not: "v1" }, name: { contains: "garden" } }, "ne(version,v1)+contains(name,garden)"],
    [{ version: { atLeast: "v1", below: "v3" } }, "gte(version,v1)+lt(version,v3)"],
    [{ version: { above: "v1", atMost: "v3" } }, "gt(version,v1)+lte(version,v3)"],
    [{ version: { oneOf: ["v1", "v3"] } }, "value_in(version,v1;v3)"],
    [{ type: "python-task", name: undefined }, "eq(type,python-task)"],
    [{ shortDescription: { contains: "First" } }, "contains(short_description,First)"],
    [{ createdAt: { below: new Date("2001-01-01T00:00:00Z") } }, "lt(created_at,2001-01-01T00:00:00.000Z)"],
    // flyteadmin drops one blank after the comma, so one more is sent.
    [{ version: "  v1" }, "eq(version,   v1)"],
    [{ name: "odd näme (of) ⚘" }, "eq(name,odd näme (of) ⚘)"],
  ])("%j", (where, wanted) => {
    expect(text(where)).toBe(wanted);
  });

  it("takes words for what flyteadmin numbers", () => {
    const plans = (where: Where<LaunchPlanFields>): string =>
      filterText(where, COLUMNS.launchPlan, "remote.launchPlans");
    expect(plans({ state: "active" })).toBe("eq(state,1)");
    expect(plans({ state: "inactive", scheduleType: { not: "NONE" } })).toBe(
      "eq(state,0)+ne(schedule_type,NONE)",
    );
    expect(() => plans({ state: "ACTIVE" as never })).toThrow('takes "inactive" or "active"');
    expect(() => plans({ state: "constructor" as never })).toThrow(coreErrors.OPTION_INVALID.code);
  });

  it.each([
    ["an empty value", { version: "" }],
    ["a plus", { version: "a+b" }],
    ["a semicolon", { version: { oneOf: ["a;b"] } }],
    ["a comma", { version: "a,b" }],
    ["a line break", { version: "a\nb" }],
    ["NUL", { version: "a\0" }],
    ["half a character", { version: "\ud800" }],
    ["an invalid date", { createdAt: new Date(Number.NaN) }],
    ["NaN", { version: Number.NaN }],
    ["null", { version: null }],
    ["a nested object", { version: { equals: {} } }],
    ["no comparison", { version: {} }],
    ["no values", { version: { oneOf: [] } }],
    ["no list of values", { version: { oneOf: "v1" } }],
  ])("refuses %s", (_what, where) => {
    expect(() => text(where as never)).toThrow(expect.toSatisfy(coreErrors.OPTION_INVALID.is));
  });

  it("refuses fields and comparisons that there are not", () => {
    expect(() => text({ colour: "red" } as never)).toThrow(expect.toSatisfy(coreErrors.OPTION_UNKNOWN.is));
    expect(() => text({ version: { like: "v" } } as never)).toThrow(
      expect.toSatisfy(coreErrors.OPTION_UNKNOWN.is),
    );
    expect(() => text("eq(version,v1)" as never)).toThrow(
      expect.toSatisfy(coreErrors.OPTIONS_NOT_AN_OBJECT.is),
    );
  });
});
