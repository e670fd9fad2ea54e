import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  constant,
  subWorkflowNode,
  task,
  taskNode,
  text,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const MEBIBYTE = 2 ** 20;
const saying = (id: string, bytes: number): idl.Node =>
  taskNode(id, "say", { inputs: { s: text("s".repeat(bytes)) } });
const question = compare(
  constant({ $case: "integer", value: 1n }),
  "EQ",
  constant({ $case: "integer", value: 2n }),
);

function nested(levels: number): idl.Node {
  if (levels === 0) return taskNode("n0", "gen");
  return branchNode("n0", { cases: [[question, nested(levels - 1)]], else: taskNode("n1", "gen") });
}

describe("the size of a workflow with all that it contains", () => {
  it("may be that which Flyte reads back", () => {
    expect(told(workflow("w", [saying("n0", 2 * MEBIBYTE - 3000)]))).toEqual([]);
  });

  it("is a warning beyond that, and another beyond what one request holds", () => {
    const closure = (size: string): string =>
      `warning CLOSURE_TOO_LARGE -.-: w with all that it contains has about ${size} when it is compiled, but Flyte reads at most 2 MiB of it back unless it is configured for more.`;
    expect(told(workflow("w", [saying("n0", 2 * MEBIBYTE)]))).toEqual([closure("2 MiB")]);
    expect(told(workflow("w", [saying("n0", 3 * MEBIBYTE), saying("n1", 1.5 * MEBIBYTE)]))).toEqual([
      "warning REQUEST_TOO_LARGE -.-: The message that registers w has about 4.5 MiB, but Flyte accepts at most 4 MiB unless it is configured for more.",
      closure("4.5 MiB"),
    ]);
  });

  it("counts sub-workflows once, and the tasks that are called", () => {
    const subWorkflows = [workflow("inner", [saying("n0", 1.1 * MEBIBYTE)])];
    const nodes = [subWorkflowNode("n0", "inner"), subWorkflowNode("n1", "inner")];
    expect(told(workflow("w", nodes), { subWorkflows })).toEqual([]);
    const large = { ...task("large"), type: "t".repeat(MEBIBYTE) };
    expect(told(workflow("w", nodes), { subWorkflows, tasks: [large] })).toEqual([]);
    expect(
      told(workflow("w", [...nodes, taskNode("n2", "large")]), { subWorkflows, tasks: [large] }),
    ).toEqual([expect.stringMatching(/^warning CLOSURE_TOO_LARGE .* about 2.1 MiB/)]);
  });

  it("counts what is sent and never used for the request alone", () => {
    const subWorkflows = [workflow("unused", [saying("n0", 5 * MEBIBYTE)])];
    const codes = told(workflow("w", [taskNode("n0", "gen")]), { subWorkflows }).map((each) =>
      each.slice(0, each.indexOf(" -")),
    );
    expect(codes).toEqual(["warning SUB_WORKFLOW_UNUSED", "warning REQUEST_TOO_LARGE"]);
  });
});

describe("the depth of a node", () => {
  it("may be that which all decoders read, once the workflow is fetched", () => {
    expect(told(workflow("w", [nested(22)]))).toEqual([]);
    expect(told(workflow("w", [nested(23)]))).toEqual([
      "warning MESSAGE_TOO_DEEP n0.-: The message of w.n0 nests 101 levels, but many programs that read it back from Flyte, such as those in Python, stop at 100.",
    ]);
  });

  it("is a warning up to the 60 conditionals that flyteadmin is known to take, also in sub-workflows", () => {
    const subWorkflows = [workflow("inner", [nested(60)])];
    expect(told(workflow("w", [subWorkflowNode("n0", "inner")]), { subWorkflows })).toEqual([
      expect.stringMatching(/^warning MESSAGE_TOO_DEEP n0.-: The message of inner.n0 nests 249 levels/),
    ]);
  });
});
