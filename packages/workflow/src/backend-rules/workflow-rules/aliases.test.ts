import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  gateNode,
  INTEGER,
  ONE,
  promise,
  STRING,
  task,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const tasks = [task("two", {}, { a: INTEGER, b: STRING })];
const two = (...aliases: [string, string][]) => taskNode("n0", "two", { aliases });
const use = (name: string) => taskNode("n1", "inc", { inputs: { x: promise("n0", name) } });

describe("an alias", () => {
  it("renames an output for the nodes that use it", () => {
    expect(told(workflow("w", [two(["a", "z"]), use("z")]), { tasks })).toEqual([]);
    expect(told(workflow("w", [two(["a", "z"]), use("a")]), { tasks })).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n1.x: w.n1.x uses n0.a, but n0 gives z, b.",
    ]);
  });

  it("may swap names", () => {
    expect(told(workflow("w", [two(["a", "b"], ["b", "a"]), use("b")]), { tasks })).toEqual([]);
  });

  it("is one for each output, and nothing is reported for nodes that use it", () => {
    expect(told(workflow("w", [two(["a", "y"], ["a", "z"]), use("y")]), { tasks })).toEqual([
      "ALIAS_INVALID (DuplicateAlias) n0.-: The output a of w.n0 cannot be called z: it has another alias.",
    ]);
  });

  it("is of an output that there is", () => {
    expect(told(workflow("w", [two(["c", "z"]), use("a")]), { tasks })).toEqual([
      "ALIAS_INVALID (ParameterNotBound) n0.-: The output c of w.n0 cannot be called z: there is no such output.",
    ]);
    expect(told(workflow("w", [two(["c", "y"], ["c", "z"])]), { tasks })).toEqual([
      "ALIAS_INVALID (ParameterNotBound) n0.-: The output c of w.n0 cannot be called y: there is no such output.",
      "ALIAS_INVALID (DuplicateAlias) n0.-: The output c of w.n0 cannot be called z: it has another alias.",
    ]);
  });

  it("is a name that no other output has, which the backend does not ask", () => {
    expect(told(workflow("w", [two(["a", "z"], ["b", "z"])]), { tasks })).toEqual([
      "ALIAS_INVALID (-) n0.-: The output a of w.n0 cannot be called z: another output has that name.",
    ]);
    expect(told(workflow("w", [two(["b", "a"])]), { tasks })).toEqual([
      "ALIAS_INVALID (-) n0.-: The output b of w.n0 cannot be called a: another output has that name.",
    ]);
    const three = [task("two", {}, { a: INTEGER, b: STRING, c: STRING })];
    expect(told(workflow("w", [two(["a", "z"], ["b", "c"])]), { tasks: three })).toEqual([
      "ALIAS_INVALID (-) n0.-: The output b of w.n0 cannot be called c: another output has that name.",
    ]);
  });

  it("is looked at in arms of conditionals, and not where there is no interface", () => {
    const arm = { ...two(["c", "z"]), id: "arm" };
    const branch = branchNode("b", { cases: [[compare(ONE, "EQ", ONE), arm]], else: "none" });
    expect(told(workflow("w", [branch]), { tasks })).toEqual([
      "ALIAS_INVALID (ParameterNotBound) b-arm.-: The output c of w.b-arm cannot be called z: there is no such output.",
    ]);
    const broken = gateNode("g", undefined, { aliases: [["c", "z"]] });
    expect(told(workflow("w", [broken]))).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
    ]);
  });
});
