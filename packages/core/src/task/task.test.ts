import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { t } from "../makers/t.js";
import { testContext } from "./test-context.js";
import { task } from "./task.js";
import { isTask } from "./task-entity.js";

const mark = (name: string, text: string) => here(import.meta.url, name, text);
const loose = task as (...args: unknown[]) => unknown;
const fn: () => number = () => 1;

describe("task", () => {
  it("keeps the plain function for unit tests", async () => {
    const double = async ({ x }: { x: number }): Promise<number> => x * 2;
    const twice = task({ name: "m.twice", inputs: { x: t.int() }, output: t.int() }, double);
    expect(twice.fn).toBe(double);
    expect(await twice.fn({ x: 4 }, testContext())).toBe(8);
  });

  it("knows its place and the module it is in", () => {
    const made = task({ name: "m.made" }, () => {}); // made
    expect(made.definedAt).toMatchObject({ location: mark("made", "task("), module: mark("", "").file });
  });

  it("may name its module", () => {
    const made = task({ name: "m.made", module: "file:///app/tasks%20of%20mine.js" }, () => {});
    const file = "/app/tasks of mine.js";
    expect(made.definedAt).toEqual({ location: { file, line: 1, column: 1 }, module: file });
  });

  it("may be made by a function of the author's", () => {
    const make = (name: string) => task({ name }, () => {}); // make
    expect(make("m.a").definedAt.location).toEqual(mark("make", "task("));
  });

  it.each([
    [
      ["square", fn],
      "OPTIONS_NOT_AN_OBJECT: The options of a task must be one object, but a string was given",
    ],
    [
      [undefined, fn],
      "OPTIONS_NOT_AN_OBJECT: The options of a task must be one object, but nothing was given",
    ],
    [[fn], "OPTIONS_NOT_AN_OBJECT: The options of a task must be one object, but a function was given"],
    [[{}, fn], "NAME_INVALID: The name of a task must be 1 to 255"],
    [[{ name: "a b" }, fn], 'but was "a b"'],
    [[{ name: "a", retrys: 3 }, fn], "OPTION_UNKNOWN: There is no option `retrys` for task a"],
    [[{ name: "a" }], "FUNCTION_MISSING: Task a takes a function as its second argument, but was given none"],
    [
      [{ name: "a" }, 5],
      "FUNCTION_MISSING: Task a takes a function as its second argument, but was given the number 5",
    ],
    [
      [{ name: "a", module: 5 }, fn],
      "OPTION_INVALID: The option `module` of task a takes a string that is not empty, but was given 5",
    ],
    [
      [{ name: "a", inputs: { x: 1 } }, fn],
      "TYPE_UNKNOWN: A Flyte type is needed for inputs.x of task a, but the number 1 was given",
    ],
    [[{ name: "a", retries: -1 }, fn], "OPTION_INVALID: The option `retries` of task a takes"],
  ])("refuses %o", (args, text) => {
    expect(refusal(() => loose(...args))).toContain(text);
  });

  it("is known by its brand", () => {
    expect([task({ name: "m.made" }, () => {}), () => 1, null].map(isTask)).toEqual([true, false, false]);
  });

  it("throws errors that carry a code", () => {
    expect(caught(() => loose({}))).toMatchObject({
      name: "FlytekitError",
      code: "NAME_INVALID",
      origin: "user",
    });
  });
});

describe("testContext", () => {
  it("has all that a task may ask for, and takes what the test gives", () => {
    const context = testContext({ attempt: 2 });
    expect(context).toMatchObject({ attempt: 2, executionId: "test", signal: { aborted: false } });
    for (const level of ["debug", "info", "warn", "error"] as const)
      expect(context.logger[level]("x")).toBeUndefined();
  });
});
