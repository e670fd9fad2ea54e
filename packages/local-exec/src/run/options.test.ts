import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { type LocalOptions, runLocal, startLocal } from "../entries/index.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const bare: unknown = Object.create(null);

describe("the options of a run", () => {
  it.each<[string, unknown, string, string]>([
    [
      "null",
      null,
      "OPTIONS_NOT_AN_OBJECT",
      "The options of the run of inc must be one object, but null was given.",
    ],
    ["a number", 8, "OPTIONS_NOT_AN_OBJECT", "but the number 8 was given"],
    ["a Map", new Map(), "OPTIONS_NOT_AN_OBJECT", "an object of class Map"],
    [
      "a misspelt one",
      { concurency: 3 },
      "OPTION_UNKNOWN",
      "There is no option `concurency` for the run of inc.",
    ],
    ["a wrong signal", { signal: {} }, "OPTION_INVALID", "takes an AbortSignal, but was given an object."],
    ["no signal", { signal: null }, "OPTION_INVALID", "takes an AbortSignal, but was given null."],
    [
      "a controller",
      { signal: new AbortController() },
      "OPTION_INVALID",
      "an object of class AbortController",
    ],
    [
      "a wrong listener",
      { onEvent: "hunter2" },
      "OPTION_INVALID",
      "takes a function, or an array of functions, but was given a string.",
    ],
    [
      "a wrong listener of several",
      { onEvent: [() => {}, { secret: 1 }] },
      "OPTION_INVALID",
      "takes a function, or an array of functions, but was given an object.",
    ],
    ["a wrong number", { concurrency: bare }, "CONCURRENCY_INVALID", "but was an object."],
    ["a text", { concurrency: "hunter2" }, "CONCURRENCY_INVALID", "but was a string."],
    ["no concurrency", { concurrency: null }, "CONCURRENCY_INVALID", "but was null."],
    ["a wrong list", { mocks: {} }, "MOCK_INVALID", "must be a list"],
    ["wrong mocks", { mocks: [{ entity: null, fn: null }] }, "MOCK_INVALID", "`mock(...)` did not return"],
    ["no mock", { mocks: [null] }, "MOCK_INVALID", "`mock(...)` did not return"],
    [
      "gates by a Map",
      { gates: new Map([["ok", true]]) },
      "GATES_INVALID",
      "an object of class Map was given",
    ],
  ])("are refused before anything runs: %s", async (_, options, code, text) => {
    const error = await failureOf(runLocal(inc, { x: 1 }, options as LocalOptions));
    expect(error.code).toBe(code);
    expect(error.text).toContain(text);
    expect(() => startLocal(inc, { x: 1 }, options as LocalOptions)).toThrow(code);
    expect(error.message).not.toContain("hunter2");
  });

  it.each([
    [{ backoff: "first" }, (value: unknown) => ({ retries: { backoff: { first: value } } })],
    [{ mocks: "all" }, (value: unknown) => ({ mocks: value })],
    [{ interceptors: "all" }, (value: unknown) => ({ interceptors: value })],
    [{ storage: "all" }, (value: unknown) => ({ storage: value })],
    [{ storage: "one" }, (value: unknown) => ({ storage: [value] })],
    [{ onEvent: "all" }, (value: unknown) => ({ onEvent: value })],
  ])("are refused if they do not let themselves be read: %j", (_, options) => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(() => startLocal(inc, { x: 1 }, options(proxy) as never)).toThrow(/OPTION_INVALID|MOCK_INVALID/);
  });

  it("are refused at the author's line, with the option that was meant", async () => {
    const options: object = { concurency: 3 };
    const error = await failureOf(runLocal(inc, { x: 1 }, options));
    expect(error.location?.file).toMatch(/options\.test\.ts$/);
    expect(error.hint).toContain("Did you mean `concurrency`?");
  });

  it("may be left out one by one, or be undefined", async () => {
    const none = {
      concurrency: undefined,
      mocks: undefined,
      gates: undefined,
      signal: undefined,
      onEvent: undefined,
    };
    expect(await runLocal(inc, { x: 1 }, none)).toBe(2);
  });

  it("take the signal of another library", async () => {
    const signal = { aborted: true, reason: "early", addEventListener() {}, removeEventListener() {} };
    const run = runLocal(inc, { x: 1 }, { signal: signal as unknown as AbortSignal });
    expect(await failureOf(run)).toMatchObject({ code: "RUN_ABORTED", params: { reason: "early" } });
  });
});
