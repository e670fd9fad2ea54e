import { describe, expect, it } from "vitest";
import { task, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const template = workflow("w", [taskNode("n0", "gen")]);

describe("the given entities", () => {
  it("has an identifier, or the backend's compiler does not begin", () => {
    const given = {
      tasks: [{ ...task("t"), id: undefined }],
      subWorkflows: [{ ...template, id: undefined }],
    };
    expect(told(template, given)).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) -.-: A sub-workflow lacks an identifier.",
      "MESSAGE_INCOMPLETE (ValueRequired) -.-: A task lacks an identifier.",
    ]);
  });

  it("need not have one that says anything", () => {
    const empty = { resourceType: 0 as const, project: "", domain: "", name: "", version: "", org: "" };
    expect(told(template, { tasks: [{ ...task("t"), id: empty }] })).toEqual([]);
  });
});
