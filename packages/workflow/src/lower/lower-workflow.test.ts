import { t, task } from "@flytekit-ts/core";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import { workflowId } from "../messages/workflow-id.js";
import { lowerWorkflow, toIdlWorkflowMetadata, toIdlWorkflowMetadataDefaults } from "./lower-workflow.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };
const { FAIL_IMMEDIATELY, FAIL_AFTER_EXECUTABLE_NODES_COMPLETE } = idl.WorkflowMetadata_OnFailurePolicy;

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

describe("lowerWorkflow", () => {
  const wf = workflow(
    {
      name: "mod.wf",
      inputs: { n: t.int().describe("how many") },
      outputs: { z: t.int(), a: t.int(), fixed: t.int() },
      failurePolicy: "fail-after-executable-nodes-complete",
      interruptible: true,
    },
    ({ n }) => ({ a: inc({ x: n }), fixed: 5, z: n }),
  );
  const template = lowerWorkflow(graphOf(wf), SETTINGS);

  it("gives the id, the interface and the metadata", () => {
    expect(template).toMatchObject({
      id: {
        resourceType: idl.ResourceType.WORKFLOW,
        project: "p",
        domain: "d",
        name: "mod.wf",
        version: "v",
        org: "",
      },
      metadata: { onFailure: FAIL_AFTER_EXECUTABLE_NODES_COMPLETE },
      metadataDefaults: { interruptible: true },
      failureNode: undefined,
    });
    expect(template.interface?.inputs?.variables.get("n")?.description).toBe("how many");
  });

  it("gives the outputs in the order of the interface: promises, inputs and constants", () => {
    expect(template.outputs.map((output) => [output.var, output.binding?.value?.$case])).toEqual([
      ["z", "promise"],
      ["a", "promise"],
      ["fixed", "scalar"],
    ]);
    expect(template.outputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "", var: "n" } });
    expect(template.outputs[1]?.binding?.value).toMatchObject({ value: { nodeId: "n0", var: "o0" } });
  });
});

describe("toIdlWorkflowMetadata", () => {
  it.each([
    ["fail-immediately", FAIL_IMMEDIATELY],
    ["fail-after-executable-nodes-complete", FAIL_AFTER_EXECUTABLE_NODES_COMPLETE],
  ] as const)("makes %s %i", (policy, onFailure) => {
    expect(toIdlWorkflowMetadata({ onFailure: policy })).toEqual({
      qualityOfService: undefined,
      onFailure,
      tags: new Map(),
    });
  });
});

describe("toIdlWorkflowMetadataDefaults", () => {
  it.each([true, false])("says interruptible %j", (interruptible) => {
    expect(toIdlWorkflowMetadataDefaults({ interruptible })).toEqual({ interruptible });
  });
});

describe("workflowId", () => {
  it("is of the kind workflow, without an organization", () => {
    expect(workflowId({ name: "a.b" }, SETTINGS)).toEqual({
      resourceType: idl.ResourceType.WORKFLOW,
      project: "p",
      domain: "d",
      name: "a.b",
      version: "v",
      org: "",
    });
  });
});
