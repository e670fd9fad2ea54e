import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { INTEGER, integer, subWorkflowNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = taskNode("n0", "gen");
const identified = (id: Partial<idl.Identifier>) => {
  const template = workflow("w", [gen]);
  return told({ ...template, id: { ...idl.Identifier.create(template.id), ...id } });
};
const NAME = "1 to 255 letters, digits, dots, underscores and hyphens";

describe("the identifier of a workflow", () => {
  it.each(["w", "a.b_c-D9", "x".repeat(255)])("may be called %s", (name) => {
    expect(identified({ name })).toEqual([]);
  });

  it("is not longer", () => {
    expect(identified({ name: "x".repeat(256) })).toEqual([
      expect.stringMatching(/^NAME_INVALID .* but was "x+\.\.\." \(256 characters\)\.$/),
    ]);
  });

  it.each(["", "a b", "a/b", "a%41", "a?b", "a#b", "ä", "a\n"])("is not called %j", (name) => {
    expect(identified({ name })).toEqual([
      `NAME_INVALID (-) -.-: The name of a workflow must be ${NAME}, but was ${JSON.stringify(name)}.`,
    ]);
  });

  it("has parts that survive the path where it is stored", () => {
    expect(identified({ version: "1.0_a~b-c" })).toEqual([]);
    expect(identified({ version: "1/2" })).toEqual([
      'SETTINGS_INVALID (-) -.-: The setting `version` takes 1 to 255 letters, digits and . _ ~ -, but was "1/2".',
    ]);
    expect(identified({ project: "p~", domain: "d d" })).toEqual([
      `SETTINGS_INVALID (-) -.-: The setting \`project\` takes ${NAME}, but was "p~".`,
      `SETTINGS_INVALID (-) -.-: The setting \`domain\` takes ${NAME}, but was "d d".`,
    ]);
  });

  it.each([".", ".."])("has no part %j, which would be a step of that path", (step) => {
    const wanted = "a word other than `.` and `..`, which are steps of a path";
    expect(identified({ project: step, domain: step, name: step, version: step })).toEqual([
      expect.stringContaining(`The name of a workflow must be other than \`.\` and \`..\``),
      ...["project", "domain", "version"].map(
        (setting) =>
          `SETTINGS_INVALID (-) -.-: The setting \`${setting}\` takes ${wanted}, but was "${step}".`,
      ),
    ]);
  });

  it("may be left to what registers it", () => {
    expect(identified({ project: "", domain: "", version: "" })).toEqual([]);
    expect(told({ ...workflow("w", [gen]), id: undefined })).toEqual([]);
  });

  it("is that of a sub-workflow too", () => {
    const subWorkflows = [workflow("in ner", [gen])];
    expect(told(workflow("w", [subWorkflowNode("n0", "in ner")]), { subWorkflows })).toHaveLength(1);
  });
});

describe("the names of inputs and outputs", () => {
  it.each(["x", "_", "a_1", "A"])("may be %s", (name) => {
    expect(told(workflow("w", [gen], { inputs: { [name]: INTEGER } }))).toEqual([]);
  });

  it.each(["a-b", "a.b", "1a", "ä", "a b"])("are not like %j, which no promise can hold", (name) => {
    const line =
      `VARIABLE_NAME_INVALID (-) -.${name}: ${JSON.stringify(name)} in the interface of w is not a valid variable name, which is ` +
      "a letter or underscore, then letters, digits and underscores.";
    expect(told(workflow("w", [gen], { inputs: { [name]: INTEGER } }))).toEqual([line]);
    const results = { [name]: integer() };
    expect(told(workflow("w", [gen], { outputs: { [name]: INTEGER }, results }))).toEqual([line]);
  });
});
