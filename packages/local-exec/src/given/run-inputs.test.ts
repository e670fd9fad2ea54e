import { runInNewContext } from "node:vm";
import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { runLocal } from "../entries/index.js";
import { toRunInputs } from "./run-inputs.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const lax = task({ name: "lax", inputs: { x: t.int().default(5) }, output: t.int() }, ({ x }) => x);

class Given {
  get x(): number {
    return 7;
  }
}

describe("toRunInputs", () => {
  it.each([
    [null, "null"],
    [[1], "an array"],
    [3, "the number 3"],
    ["x", "a string"],
    [() => 1, "a function"],
  ])("refuses inputs that are not an object, as %o", (given, words) => {
    expect(() => toRunInputs(inc, given)).toThrow(
      `inc cannot run with these inputs:\n  - inputs must be an object with the names of inputs as keys, but ${words} was given`,
    );
  });

  it.each([
    [Promise.resolve({ x: 7 }), "Promise"],
    [new Map([["x", 7]]), "Map"],
    [new Set(["x"]), "Set"],
    [new Error("x"), "Error"],
    [new URLSearchParams("x=7"), "URLSearchParams"],
    [new Given(), "Given"],
    [
      new (class Own {
        x = 7;
      })(),
      "Own",
    ],
  ])("refuses what would run as nothing where all inputs have defaults: %s", (given, name) => {
    expect(() => toRunInputs(lax, given)).toThrow(`but an object of class ${name} was given`);
  });

  it.each([
    ["a Date", new Date()],
    ["inherited inputs", Object.create({ x: 7 })],
    ["null", null],
  ])("refuses %s there, too", async (_, given) => {
    expect(await failureOf(runLocal(lax, given as never))).toMatchObject({ code: "RUN_INPUTS_INVALID" });
  });

  it("takes plain objects of any make", async () => {
    const bare = Object.assign(Object.create(null) as object, { x: 7 });
    for (const given of [
      bare,
      runInNewContext("({ x: 7 })"),
      {
        get x() {
          return 7;
        },
      },
    ]) {
      expect(await runLocal(lax, given as never)).toBe(7);
    }
    expect(await runLocal(lax, undefined)).toBe(5);
  });

  it("says what to do, where one thing is wrong", async () => {
    const day = task({ name: "day", inputs: { at: t.datetime() } }, () => {});
    const hint = async (given: unknown): Promise<unknown> =>
      (await failureOf(runLocal(day, given as never))).hint;
    expect(await hint({ at: "2024-05-01" })).toBe('Give a Date, such as `new Date("2024-05-01")`.');
    expect(await hint({})).toBe(
      "Give the input at, or declare it with `.default(value)` or as `t.optional(...)`.",
    );
    expect(await hint(Promise.resolve({}))).toBe(
      "Await the promise, and pass the object that it resolves to.",
    );
    expect(await hint(new Map())).toBe("Make an object of it: `Object.fromEntries(map)`.");
    expect(await hint({ at: "x", to: 1 })).toBe(
      "Give each input a value of its declared type; nothing has run.",
    );
  });

  it("shows the author's line, and does not list thousands of names", async () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`input${i}`, i]));
    const error = await failureOf(runLocal(inc, { x: 1, ...many }));
    expect(error.location?.file).toMatch(/run-inputs\.test\.ts$/);
    expect(error.message.length).toBeLessThan(1500);
    expect(error.text).toContain("  - and 99980 more");
  });
});
