import { describe, expect, it } from "vitest";
import { errors } from "../../errors.js";
import { executionName } from "./execution-name.js";

describe("executionName", () => {
  it("takes a name that Kubernetes takes", () => {
    const names = ["a", "a1", "a-b", "x".repeat(63)];
    expect(names.map((name) => executionName({ name }))).toEqual(names);
  });

  it("adds random letters to a prefix, and makes a name where there is none", () => {
    expect(executionName({ namePrefix: "nightly" })).toMatch(/^nightly-[a-z0-9]{19}$/);
    expect(executionName({ namePrefix: "nightly-" })).toMatch(/^nightly-[a-z0-9]{19}$/);
    expect(executionName({})).toMatch(/^a[a-z0-9]{19}$/);
    expect(executionName({})).not.toBe(executionName({}));
  });

  it.each([
    [{ name: "a", namePrefix: "b" }, "both `name` and `namePrefix` were given"],
    [{ name: "" }, "it is no string, or an empty one"],
    [{ name: 7 }, "it is no string, or an empty one"],
    [{ name: null }, "it is no string, or an empty one"],
    [{ namePrefix: "" }, "it is no string, or an empty one"],
    [{ namePrefix: "-" }, "Kubernetes does not accept"],
    [{ name: "Nightly" }, 'Kubernetes does not accept "Nightly"'],
    [{ name: "1a" }, "Kubernetes does not accept"],
    [{ name: "a-" }, "Kubernetes does not accept"],
    [{ name: "a.b" }, "Kubernetes does not accept"],
    [{ name: "a\n" }, "Kubernetes does not accept"],
    [{ name: "x".repeat(64) }, "it has 64 characters, and 63 are allowed"],
    [{ namePrefix: "x".repeat(44) }, "it has 64 characters"],
  ])("refuses %o", (given, problem) => {
    const make = (): string => executionName(given);
    expect(make).toThrow(problem);
    expect(make).toThrow(expect.objectContaining({ code: errors.EXECUTION_NAME_INVALID.code }));
  });
});
