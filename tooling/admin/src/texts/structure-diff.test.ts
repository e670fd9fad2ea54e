import { CompiledTask, Node, Parameter } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { goJson } from "./go-json.js";
import { goText } from "./go-text.js";
import { structureDiff } from "./structure-diff.js";

describe("goJson", () => {
  it("names choices as Go does, and says which are open", () => {
    expect(goJson(Node.create({ id: "n0", metadata: { name: "a", interruptibleValue: undefined } }))).toEqual(
      {
        id: "n0",
        Target: null,
        metadata: {
          name: "a",
          InterruptibleValue: null,
          CacheableValue: null,
          CacheVersionValue: null,
          CacheSerializableValue: null,
        },
      },
    );
    expect(goJson(Parameter.create({ behavior: { $case: "required", value: true } }))).toEqual({
      Behavior: { Required: true },
    });
  });

  it("leaves out defaults, and writes what a message wraps", () => {
    const template = { type: "t", metadata: { generatesDeck: true, retries: { retries: 0 } } };
    expect(goJson(CompiledTask.create({ template }))).toEqual({
      template: {
        type: "t",
        Target: null,
        metadata: { generates_deck: { value: true }, retries: {}, InterruptibleValue: null },
      },
    });
  });
});

describe("goText", () => {
  it.each([
    [null, "<nil>"],
    [{ b: [1, "x"], a: { c: true } }, "map[a:map[c:true] b:[1 x]]"],
    [1_000_000, "1e+06"],
    [123_456, "123456"],
    [0.00001, "1e-05"],
    [-2.5, "-2.5"],
  ])("prints %j as Go does", (value, text) => expect(goText(value)).toBe(text));
});

describe("structureDiff", () => {
  it("says each place that both have, or one has in an object", () => {
    const old = { same: 1, changed: { a: 1 }, gone: [1], list: ["a", "b"] };
    const now = { same: 1, changed: { a: 2 }, "new/one": true, list: ["c", "b", "d"] };
    expect(structureDiff(old, now).split("\n")).toEqual([
      ...["/changed/a:", "\t- 1 ", "\t+ 2"],
      ...["/gone:", "\t- [1] ", "\t+ <nil>"],
      ...["/list/0:", "\t- a ", "\t+ c"],
      ...["/new~1one:", "\t- <nil> ", "\t+ true"],
    ]);
  });
});
