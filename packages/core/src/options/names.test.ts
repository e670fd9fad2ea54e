import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  assertEntityName,
  assertFieldName,
  assertVariableName,
  isEnvironmentName,
  shortName,
} from "./names.js";

describe("assertEntityName", () => {
  it.each(["a", "a.b_c-D9", "9", "...", ".a", "x".repeat(255)])("takes %j", (name) => {
    expect(() => assertEntityName(name, "task")).not.toThrow();
  });

  it.each([
    ["", '""'],
    ["a b", '"a b"'],
    ["a/b", '"a/b"'],
    ["é", '"é"'],
    ["a\n", String.raw`"a\n"`],
    [undefined, "nothing"],
    [5, "5"],
    [5n, "the bigint 5"],
    [Symbol("x"), "a symbol"],
  ])("refuses %s", (name, shown) => {
    expect(refusal(() => assertEntityName(name, "task"))).toBe(
      `NAME_INVALID: The name of a task must be 1 to 255 letters, digits, dots, underscores and hyphens, but was ${shown}.`,
    );
  });

  it.each([".", ".."])("refuses %j, a step of the path where the entity is stored", (name) => {
    expect(refusal(() => assertEntityName(name, "task"))).toBe(
      `NAME_INVALID: The name of a task must be other than \`.\` and \`..\`, which are steps of a path, but was "${name}".`,
    );
  });

  it("refuses 256 characters", () => {
    expect(refusal(() => assertEntityName("x".repeat(256), "task"))).toMatch(/^NAME_INVALID/);
  });
});

describe("assertVariableName", () => {
  it.each(["a", "_", "A1_b", "constructor", "toString"])("takes %j", (name) => {
    expect(() => assertVariableName(name, "x")).not.toThrow();
  });

  it.each(["", "1a", "a-b", "a.b", "é", "__proto__", undefined, null, 5])("refuses %j", (name) => {
    expect(refusal(() => assertVariableName(name, "inputs of task a"))).toMatch(
      /^VARIABLE_NAME_INVALID: .* in inputs of task a is no/,
    );
  });
});

describe("shortName", () => {
  it.each([
    ["a.b.c", "c"],
    ["c", "c"],
    ["a.", ""],
  ])("of %s is %j", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe("isEnvironmentName", () => {
  it.each(["A", "_", "a.b-C_9", ".a", "-"])("is true of %j", (name) => {
    expect(isEnvironmentName(name)).toBe(true);
  });

  it.each(["", "A B", "A=B", "9A", ".", "..", "..a", "Ä", "A\n"])("is false of %j", (name) => {
    expect(isEnvironmentName(name)).toBe(false);
  });
});

describe("assertFieldName", () => {
  it.each(["größe", "名前", "_x1", "x·y", "constructor"])("takes %s", (name) => {
    expect(() => assertFieldName(name, "a field")).not.toThrow();
  });

  it.each(["", "1x", "a b", "a-b", "gro\u0308ße", "ﬁeld", "__proto__", "💡", "a.b"])("refuses %s", (name) => {
    expect(() => assertFieldName(name, "a field")).toThrow("VARIABLE_NAME_INVALID");
  });
});
