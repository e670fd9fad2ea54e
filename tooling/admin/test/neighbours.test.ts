import {
  ExecutionMetadata,
  ExecutionSpec,
  LaunchPlanSpec,
  MatchableResource,
  PluginOverride,
  Sort_Direction,
} from "@flytekit-ts/models/admin";
import {
  Literal,
  NodeExecution_Phase as Node,
  ResourceType,
  TaskExecution_Phase as Task,
  WorkflowExecution_Phase as Workflow,
} from "@flytekit-ts/models/core";
import {
  ExternalResourceInfo,
  NodeExecutionEvent,
  TaskExecutionEvent,
  TaskExecutionMetadata,
  WorkflowExecutionEvent,
} from "@flytekit-ts/models/event";
import { cron, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { Status } from "nice-grpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { int, SETTINGS, startCluster } from "./support/cluster.js";

// Calls beside the recorded ones: what flyteadmin answers to these follows from its source.

const water = task({ name: "water", inputs: { x: t.int() } }, () => {});
const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => void water({ x }));
let cluster: Awaited<ReturnType<typeof startCluster>>;
const { project, domain } = SETTINGS;
const given = new Map([["x", int(1)]]);

beforeAll(async () => {
  cluster = await startCluster({});
  await cluster.register(wf);
  const labels = { values: new Map([["team", "garden"]]) };
  await cluster.start("first", "wf", given, { labels, tags: ["blue", "green"] });
  await cluster.start("second", "wf", given);
});
afterAll(() => cluster.close());

type Clients = typeof cluster;
const empty = { project: "", domain: "", name: "", org: "" };
const at = { seconds: 1n, nanos: 0 };
const workflowEvent = (name: string, more: Partial<WorkflowExecutionEvent>) => {
  const base = WorkflowExecutionEvent.create({ executionId: cluster.idOf(name), occurredAt: at });
  return cluster.admin.createWorkflowEvent({ requestId: "", event: { ...base, ...more } });
};
const nodeEvent = (nodeId: string, more: Partial<NodeExecutionEvent>) => {
  const id = { nodeId, executionId: cluster.idOf("second") };
  const event = { ...NodeExecutionEvent.create({ id, occurredAt: at }), ...more };
  return cluster.admin.createNodeEvent({ requestId: "", event });
};
const overrides = { overrides: [PluginOverride.create({ taskType: "python-task" })] };
const override = { target: { $case: "pluginOverrides", value: overrides } } as const;
const { TASK_RESOURCE } = MatchableResource;
const ASC = Sort_Direction.ASCENDING;
const ofTasks = { resourceType: ResourceType.TASK, project, domain, limit: 5 };

describe("a call is refused", () => {
  it.each<[string, (clients: Clients) => Promise<unknown>, number, string]>([
    [
      "a project without an id",
      ({ admin }) => admin.getProject({ id: "" }),
      Status.INVALID_ARGUMENT,
      "missing project_id",
    ],
    [
      "a change of a project without an id",
      ({ admin }) => admin.updateProject({ name: "x" }),
      Status.INVALID_ARGUMENT,
      "missing project_id",
    ],
    [
      "overrides of plugins of a whole project",
      ({ admin }) => admin.updateProjectAttributes({ attributes: { project, matchingAttributes: override } }),
      Status.INTERNAL,
      "unexpected error type for: missing and/or invalid parameters: {flytesnacks    PLUGIN_OVERRIDE}",
    ],
    [
      "attributes of no project",
      ({ admin }) => admin.getProjectAttributes({ resourceType: TASK_RESOURCE }),
      Status.INTERNAL,
      "unexpected error type for: missing and/or invalid parameters: {    TASK_RESOURCE}",
    ],
    [
      "names by what is said of them",
      ({ admin }) => admin.listNamedEntities({ ...ofTasks, sortBy: { key: "description", direction: ASC } }),
      Status.UNKNOWN,
      'failed database operation with column "description" does not exist',
    ],
    [
      "names filtered by their kind",
      ({ admin }) => admin.listNamedEntities({ ...ofTasks, filters: "eq(resource_type,1)" }),
      Status.UNKNOWN,
      "failed database operation with column entities.resource_type does not exist",
    ],
    [
      "descriptions filtered without a kind",
      ({ admin }) =>
        admin.listDescriptionEntities({ id: cluster.idOf("wf"), limit: 5, filters: "eq(version,v1)" }),
      Status.INTERNAL,
      "unsupported entity ''",
    ],
    [
      "descriptions filtered by a column of tasks",
      ({ admin }) =>
        admin.listDescriptionEntities({
          id: cluster.idOf("water"),
          resourceType: ResourceType.TASK,
          limit: 5,
          filters: "eq(type,x)",
        }),
      Status.UNKNOWN,
      'failed database operation with column "type" does not exist',
    ],
    [
      "an event of a workflow without a time",
      () => workflowEvent("second", { phase: Workflow.RUNNING, occurredAt: undefined }),
      Status.INTERNAL,
      "Failed to parse OccurredAt: timestamp: nil Timestamp",
    ],
    [
      "an event of a workflow after all times",
      () =>
        workflowEvent("second", {
          phase: Workflow.RUNNING,
          occurredAt: { seconds: 253_402_300_800n, nanos: 0 },
        }),
      Status.INTERNAL,
      "Failed to parse OccurredAt: timestamp: seconds:253402300800 after 10000-01-01",
    ],
    [
      "a start of a node without a time",
      () => nodeEvent("timeless", { phase: Node.RUNNING, occurredAt: undefined }),
      Status.INTERNAL,
      "failed to unmarshal occurredAt with error: timestamp: nil Timestamp",
    ],
    [
      "an end of a node without a time",
      () => nodeEvent("timeless", { phase: Node.SKIPPED, occurredAt: undefined }),
      Status.INTERNAL,
      "failed to read event timestamp",
    ],
    [
      "a link that lives for parts that do not fit",
      ({ data }) =>
        data.createDownloadLocation({ nativeUrl: "s3://b/k", expiresIn: { seconds: 1n, nanos: -1 } }),
      Status.INVALID_ARGUMENT,
      "error while validating request: expiresIn is invalid. Error: input duration [seconds:1  nanos:-1] is invalid",
    ],
    [
      "a fixed input of no known type",
      ({ admin }) => {
        const id = { ...cluster.idOf("odd"), resourceType: ResourceType.LAUNCH_PLAN, version: "v1" };
        const workflowId = { ...cluster.idOf("wf"), resourceType: ResourceType.WORKFLOW, version: "v1" };
        const value = Literal.create({ value: { $case: "scalar", value: { value: undefined } } });
        const fixedInputs = { literals: new Map([["x", value]]) };
        return admin.createLaunchPlan({ id, spec: LaunchPlanSpec.create({ workflowId, fixedInputs }) });
      },
      Status.INVALID_ARGUMENT,
      "Failed to validate literal type for [x] with err: got unknown literal type: [<nil>].\nSuggested solution: Please update all your Flyte deployment images to the latest version and try again",
    ],
    ...(
      [
        ["of names of plans by a bad token", { token: "x" }, "invalid pagination token x"],
        ["of names of plans without a limit", { limit: 0 }, "missing and/or invalid parameters: limit"],
        [
          "of names of plans of nothing",
          { project: "", domain: "" },
          "missing and/or invalid parameters: filters",
        ],
        ["of names of plans by a bad token first", { token: "x", limit: 0 }, "invalid pagination token x"],
      ] as const
    ).map(
      ([title, more, text]) =>
        [
          `a list ${title}`,
          ({ admin }: Clients) => admin.listLaunchPlanIds({ project, domain, limit: 5, ...more }),
          Status.INVALID_ARGUMENT,
          text,
        ] as [string, (clients: Clients) => Promise<unknown>, number, string],
    ),
    [
      "a relaunch of no execution",
      ({ admin }) => admin.relaunchExecution({ name: "again" }),
      Status.INVALID_ARGUMENT,
      "missing project",
    ],
  ])("that asks for %s", async (_, send, code, details) => {
    await expect(send(cluster)).rejects.toMatchObject({ code, details });
  });
});

describe("reads that nobody checks", () => {
  it("give the first that fits", async () => {
    const { fullInputs } = await cluster.admin.getExecutionData({});
    expect(fullInputs?.literals.get("x")).toEqual(int(1));
    await nodeEvent("n0", { phase: Node.QUEUED });
    const { id } = await cluster.admin.getNodeExecution({
      id: { nodeId: "", executionId: cluster.idOf("second") },
    });
    expect(id?.nodeId).toBe("n0");
    const { attributes } = await cluster.admin.getProjectDomainAttributes({
      ...(await cluster.admin
        .updateProjectDomainAttributes({
          attributes: { project: "", domain, matchingAttributes: override },
        })
        .then(() => ({ project, domain, resourceType: MatchableResource.PLUGIN_OVERRIDE }))),
    });
    expect(attributes).toMatchObject({ project: "", domain });
  });
});

describe("labels and tags", () => {
  const named = async (filters: string) => {
    const { executions } = await cluster.admin.listExecutions({
      id: { ...empty, project, domain },
      limit: 9,
      filters,
    });
    return executions.map(({ id }) => id?.name);
  };

  it.each([
    ["eq(admin_tag.name,blue)", ["first"]],
    ["eq(admin_tag.name,team)", ["first"]],
    ["value_in(admin_tag.name,blue;green)", ["first", "first"]],
    ["eq(execution_tag.key,team)+eq(execution_tag.value,garden)", ["first"]],
    ["eq(execution_tag.key,blue)+eq(execution_tag.value,garden)", []],
  ])("are joined to executions by %s", async (filters, names) => expect(await named(filters)).toEqual(names));

  it("of single tasks are not written", async () => {
    await cluster.start("single", "water", given, { isTask: true, tags: ["red"] });
    expect(await named("eq(admin_tag.name,red)")).toEqual([]);
    await expect(cluster.start("single", "water", given, { isTask: true, tags: ["red"] })).rejects.toThrow(
      /"executions_pkey"/,
    );
  });
});

describe("what is made for a single task", () => {
  it("is a plan with the options of the first execution, of a workflow with the name of the task", async () => {
    const authRole = { assumableIamRole: "iam", kubernetesServiceAccount: "" };
    const launchPlan = { ...cluster.idOf("wet"), resourceType: ResourceType.TASK, version: "v1" };
    await cluster.register(task({ name: "wet", inputs: { x: t.int() } }, () => {}));
    const spec = ExecutionSpec.create({ launchPlan, authRole });
    await cluster.admin.createExecution({ ...cluster.idOf("of-wet"), spec, inputs: { literals: given } });
    const id = { ...launchPlan, resourceType: ResourceType.LAUNCH_PLAN, name: ".flytegen.wet" };
    const plan = await cluster.admin.getLaunchPlan({ id });
    expect(plan.spec).toMatchObject({ workflowId: { name: "wet" }, authRole, entityMetadata: {} });
    expect([...(plan.spec?.defaultInputs?.parameters.keys() ?? [])]).toEqual(["x"]);
  });
});

describe("events of a task", () => {
  it("keep the version of a phase that they do not say, and the last news of a child", async () => {
    await nodeEvent("kept", { phase: Node.RUNNING });
    const parentNodeExecutionId = { nodeId: "kept", executionId: cluster.idOf("second") };
    const taskId = { ...cluster.idOf("water"), resourceType: ResourceType.TASK, version: "v1" };
    const send = (phase: Task, phaseVersion: number, customInfo: Record<string, unknown>) => {
      const resource = ExternalResourceInfo.create({ externalId: "a", index: 1, customInfo });
      const metadata = TaskExecutionMetadata.create({ externalResources: [resource] });
      const event = { phase, phaseVersion, taskId, parentNodeExecutionId, metadata, occurredAt: at };
      return cluster.admin.createTaskEvent({
        requestId: "",
        event: TaskExecutionEvent.create(event),
      });
    };
    await send(Task.QUEUED, 5, { a: 1, b: 2 });
    await send(Task.RUNNING, 0, { c: 3 });
    const { taskExecutions } = await cluster.admin.listTaskExecutions({
      nodeExecutionId: parentNodeExecutionId,
      limit: 9,
      filters: "eq(execution_name,second)+eq(phase_version,5)",
    });
    expect(taskExecutions[0]?.closure?.metadata?.externalResources[0]?.customInfo).toEqual({ c: 3 });
  });
});

describe("projects", () => {
  it("are registered in the state that is said", async () => {
    await cluster.admin.registerProject({ project: { id: "old", name: "old", state: 1 } });
    expect(await cluster.admin.getProject({ id: "old" })).toMatchObject({ state: 1 });
  });
});

describe("names that nothing was said of", () => {
  it.each([
    ["ne(description,x)", false],
    ["ne(state,1)", true],
  ])("are compared by %s as PostgreSQL compares nothing", async (filters, isThere) => {
    const { entities } = await cluster.admin.listNamedEntities({ ...ofTasks, filters });
    expect(entities.some(({ id }) => id?.name === "water")).toBe(isThere);
  });
});

describe("plans with a schedule", () => {
  it("have a condition that can be asked for", async () => {
    const tick = task({ name: "tick" }, () => {});
    const daily = workflow({ name: "daily" }, () => void tick());
    await cluster.register(launchPlan(daily, { name: "hourly", schedule: cron("@hourly") }));
    const id = { ...cluster.idOf(""), resourceType: ResourceType.LAUNCH_PLAN };
    const { launchPlans } = await cluster.admin.listLaunchPlans({
      id,
      limit: 9,
      filters: "eq(launch_condition_type,SCHED)",
    });
    expect(launchPlans.map((plan) => plan.id?.name)).toEqual(["hourly"]);
  });
});

describe("an execution that another starts", () => {
  it("runs where that one was to run", async () => {
    await cluster.start("north", "wf", given, { executionClusterLabel: { value: "north" } });
    const executionId = cluster.idOf("north");
    const event = NodeExecutionEvent.create({ id: { nodeId: "n0", executionId }, occurredAt: at });
    await cluster.admin.createNodeEvent({ requestId: "", event: { ...event, phase: Node.RUNNING } });
    const metadata = ExecutionMetadata.create({ parentNodeExecution: { nodeId: "n0", executionId } });
    await cluster.start("child-of-north", "wf", given, { metadata });
    const { spec } = await cluster.admin.getExecution({ id: cluster.idOf("child-of-north") });
    expect(spec?.executionClusterLabel).toEqual({ value: "north" });
  });
});

describe("metrics", () => {
  it("need the nodes of the workflow", async () => {
    await cluster.start("measured", "wf", given);
    const id = cluster.idOf("measured");
    for (const nodeId of ["start-node", "odd"]) {
      const event = NodeExecutionEvent.create({ id: { nodeId, executionId: id }, occurredAt: at });
      const own = { specNodeId: nodeId, phase: Node.SUCCEEDED };
      await cluster.admin.createNodeEvent({ requestId: "", event: { ...event, ...own } });
    }
    await expect(cluster.admin.getExecutionMetrics({ id, depth: 3 })).rejects.toMatchObject({
      code: Status.INTERNAL,
      details:
        'failed to discover workflow node \'odd\' in workflow \'resource_type:WORKFLOW  project:"flytesnacks"  domain:"development"  name:"wf"  version:"v1"\'',
    });
  });
});

describe("clusters", () => {
  it("are told by events before an execution runs", async () => {
    await cluster.start("moved", "wf", given);
    await workflowEvent("moved", { phase: Workflow.QUEUED, producerId: "north" });
    await workflowEvent("moved", { phase: Workflow.RUNNING, producerId: "north" });
    const { spec } = await cluster.admin.getExecution({ id: cluster.idOf("moved") });
    expect(spec?.metadata?.systemMetadata?.executionCluster).toBe("north");
    await expect(workflowEvent("moved", { phase: Workflow.SUCCEEDED, producerId: "south" })).rejects.toThrow(
      "Cluster/producer from event [south] does not match existing workflow execution clusterInDB: [north]",
    );
  });

  it("come in pools, of which a domain has one", async () => {
    const pool = (clusterPoolName: string) => ({ clusterPoolName });
    const target = { $case: "clusterAssignment", value: pool("gpu") } as const;
    const attributes = { project, domain: "staging", matchingAttributes: { target } };
    await cluster.admin.updateProjectDomainAttributes({ attributes });
    const launchPlan = { ...cluster.idOf("wf"), resourceType: ResourceType.LAUNCH_PLAN, version: "v1" };
    const spec = ExecutionSpec.create({ launchPlan, clusterAssignment: pool("cpu") });
    const request = { ...cluster.idOf("pooled"), domain: "staging", spec, inputs: { literals: given } };
    await expect(cluster.admin.createExecution(request)).rejects.toMatchObject({
      code: Status.INVALID_ARGUMENT,
      details:
        'execution with project "flytesnacks" and domain "staging" cannot run on cluster pool "cpu", because its configured to run on pool "gpu"',
    });
  });
});
