import { describe, expect, it } from "vitest";

import { caught } from "../../test/support/caught.js";
import * as errors from "../errors.js";
import { t } from "../makers/t.js";
import { toLiteral } from "../../test/support/convert.js";
import { boundedText } from "./bounded-text.js";

describe("boundedText", () => {
  it("keeps what a person can read", () => {
    expect(boundedText("short")).toBe("short");
    const lines = Array.from({ length: 50 }, (_, i) => `line ${i} ${"x".repeat(100)}`).join("\n");
    expect(boundedText(lines)).toBe(lines);
  });

  it("cuts a long line, and goes on with the next", () => {
    const [first, second] = boundedText(`${"a".repeat(1e6)}\nthe next`).split("\n");
    expect(first).toHaveLength(2000 + "... (1000000 characters).".length);
    expect(second).toBe("the next");
  });

  it("cuts very many lines", () => {
    expect(boundedText("a line\n".repeat(1e6)).length).toBeLessThan(101_000);
  });

  it("leaves no half of a character", () => {
    expect(boundedText(`${"a".repeat(1999)}${"😀".repeat(50)}`)).toMatch(/^a+\.\.\./);
  });
});

describe("the messages of errors", () => {
  const long = "n".repeat(1e6);
  it.each<[string, () => unknown]>([
    ["a bigint", () => toLiteral(t.int({ bigint: true }), 2n ** 1_000_000n)],
    ["a bigint in an option", () => t.enum([(2n ** 1_000_000n) as unknown as string])],
    ["a string", () => t.enum([long, long])],
    ["the name of a record", () => toLiteral(t.struct(long, { a: t.int() }), 1)],
    ["a key", () => toLiteral(t.map(t.int()), { [long]: "x" })],
    ["an enum", () => toLiteral(t.enum(Array.from({ length: 1e5 }, (_, i) => `v${i}`) as [string]), 1)],
    [
      "very many names",
      () => {
        throw errors.INPUT_UNKNOWN({
          entity: "a",
          input: "b",
          known: Array.from({ length: 1e5 }, (_, i) => `v${i}`),
        });
      },
    ],
    [
      "what a task threw",
      () => {
        throw errors.TASK_FAILED({ task: "a", message: long });
      },
    ],
    [
      "very many options",
      () => {
        throw errors.OPTION_UNKNOWN({
          at: "a",
          option: "b",
          known: Array.from({ length: 1e5 }, (_, i) => `v${i}`),
        });
      },
    ],
  ])("are bounded, whatever they show: %s", (_what, act) => {
    const { message, text, hint = "" } = caught(act);
    expect(message.length).toBeLessThan(5000);
    expect(text.length + hint.length).toBeLessThan(5000);
  });
});
