import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  gateNode,
  INTEGER,
  promise,
  STRING,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

function signal(parts: Partial<idl.SignalCondition>): idl.Node {
  const value = { signalId: "go", type: INTEGER, outputVariableName: "o0", ...parts };
  return gateNode("g", { $case: "signal", value });
}

describe("a gate", () => {
  it("waits for something", () => {
    expect(told(workflow("w", [gateNode("g", undefined)]))).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
    ]);
    const sleep = { $case: "sleep", value: idl.SleepCondition.create({}) } as const;
    expect(told(workflow("w", [gateNode("g", sleep)]))).toEqual([]);
  });

  it("says the type and the name of a signal", () => {
    expect(told(workflow("w", [signal({})]))).toEqual([]);
    expect(told(workflow("w", [signal({ type: undefined })]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) g.-: w.g lacks the type of its signal.",
    ]);
    expect(told(workflow("w", [signal({ outputVariableName: "" })]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) g.-: w.g lacks the name of its output.",
    ]);
  });

  it("gives a signal as its output", () => {
    const use = taskNode("n1", "inc", { inputs: { x: promise("g") } });
    expect(told(workflow("w", [signal({}), use]))).toEqual([]);
    expect(told(workflow("w", [signal({ type: STRING }), use]))).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n1.x: w.n1.x takes integer, but was given g.o0 of type string. [integer <- string]",
    ]);
  });

  it("has the id of its signal, which the backend does not ask for", () => {
    const lacks = ["MESSAGE_INCOMPLETE (-) g.-: w.g lacks the id of its signal."];
    expect(told(workflow("w", [signal({ signalId: "" })]))).toEqual(lacks);
    expect(told(workflow("w", [{ ...approval(""), id: "g" }]))).toEqual(lacks);
    expect(told(workflow("w", [signal({ signalId: "", type: undefined })]))).toEqual([
      ...lacks,
      "MESSAGE_INCOMPLETE (ValueRequired) g.-: w.g lacks the type of its signal.",
    ]);
    expect(told(workflow("w", [signal({ signalId: "", outputVariableName: "" })]))).toEqual([
      ...lacks,
      "MESSAGE_INCOMPLETE (ValueRequired) g.-: w.g lacks the name of its output.",
    ]);
  });

  it("passes its inputs through where it is an approval", () => {
    const nodes = [
      taskNode("n0", "gen"),
      approval("g", { inputs: { y: promise("n0") } }),
      taskNode("n1", "inc", { inputs: { x: promise("g", "y") } }),
    ];
    expect(told(workflow("w", nodes))).toEqual([]);
  });

  it("hangs on nothing else while it sleeps", () => {
    const sleep = { $case: "sleep", value: idl.SleepCondition.create({}) } as const;
    const gate = gateNode("g", sleep, { inputs: { x: promise("n9") } });
    expect(told(workflow("w", [gate]))).toEqual([
      "INPUT_UNKNOWN (VariableNameNotFound) g.x: w.g has no input x; it has no inputs.",
    ]);
  });
});
