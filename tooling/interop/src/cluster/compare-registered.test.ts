import {
  LaunchPlanCreateRequest,
  type LaunchPlanSpec,
  TaskCreateRequest,
  WorkflowCreateRequest,
} from "@flytekit-ts/models/admin";
import { Identifier, Node, TaskTemplate, WorkflowTemplate } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { compareRegistered, type Reader } from "./compare-registered.js";
import type { Created } from "./python-client.js";

const id = Identifier.create({ project: "p", domain: "d", name: "garden", version: "v" });
const template = TaskTemplate.create({ id, type: "python-task" });
const workflow = WorkflowTemplate.create({
  interface: { inputs: undefined, outputs: undefined },
  id,
  nodes: [Node.create({ id: "n0", metadata: { name: "water" } })],
});

const created: readonly Created[] = [
  {
    method: "create_task",
    request: TaskCreateRequest.encode({ id, spec: { template, description: undefined } }).finish(),
  },
  {
    method: "create_workflow",
    request: WorkflowCreateRequest.encode({
      id,
      spec: { template: workflow, subWorkflows: [], description: undefined },
    }).finish(),
  },
  {
    method: "create_launch_plan",
    request: LaunchPlanCreateRequest.encode(
      LaunchPlanCreateRequest.create({ id, spec: { role: "r" } }),
    ).finish(),
  },
];

describe("compareRegistered", () => {
  it("finds nothing where all is read as it was sent", async () => {
    expect(await compareRegistered(reader({}), created)).toEqual([]);
  });

  it.each([
    [
      "a field of a task",
      { template: { ...template, type: "other" } },
      /^task garden: .*other.* instead of .*python-task/,
    ],
    [
      "a node",
      { workflow: { ...workflow, nodes: [Node.create({ id: "n1" })] } },
      /^workflow garden: the nodes n1 instead of n0$/,
    ],
    [
      "a field of a node",
      { workflow: { ...workflow, nodes: [Node.create({ id: "n0" })] } },
      /^workflow garden, node n0: /,
    ],
    [
      "a field of a launch plan",
      { role: "s" },
      /^launch plan garden: \{"role":"s"\} instead of \{"role":"r"\}$/,
    ],
  ])("finds %s that is another", async (_, other, found) => {
    const [line, ...more] = await compareRegistered(reader(other), created);
    expect(line).toMatch(found);
    expect(more.every((each) => each.startsWith("workflow garden"))).toBe(true);
  });
});

interface Other {
  readonly template?: TaskTemplate;
  readonly workflow?: WorkflowTemplate;
  readonly role?: string;
}

/** A client that reads what was sent, or something else. */
function reader({ template: task = template, workflow: other = workflow, role = "r" }: Other): Reader {
  const shared = { id, createdAt: undefined, shortDescription: "" };
  const times = { createdAt: undefined, updatedAt: undefined };
  const primary = { template: other, connections: undefined };
  const compiled = { primary, subWorkflows: [], tasks: [], launchPlans: [] };
  const spec: LaunchPlanSpec = {
    ...LaunchPlanCreateRequest.create({ spec: { role } }).spec,
  } as LaunchPlanSpec;
  return {
    task: async () => ({
      ...shared,
      kind: "task",
      closure: { compiledTask: { template: task }, createdAt: undefined },
    }),
    workflow: async () => ({
      ...shared,
      kind: "workflow",
      closure: { compiledWorkflow: compiled, createdAt: undefined },
      compiled,
    }),
    launchPlan: async () => ({
      ...shared,
      kind: "launch-plan",
      spec,
      closure: { state: 0, expectedInputs: undefined, expectedOutputs: undefined, ...times },
      isActive: false,
    }),
  };
}
