import { readFileSync } from "node:fs";
import { LaunchPlan } from "@flytekit-ts/models/admin";
import { ResourceType, SimpleType, TaskTemplate, Variable, WorkflowTemplate } from "@flytekit-ts/models/core";
import { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { ClientError, createChannel, createClient, Status } from "nice-grpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAdmin } from "../src/index.js";

/** A request that a flyteadmin was given, and its answer. */
interface Row {
  readonly name: string;
  readonly call: "CreateTask" | "CreateLaunchPlan";
  readonly code: keyof typeof Status;
  readonly details: string;
  readonly pb: string;
}

const file = new URL("../data/admin-vectors.jsonl", import.meta.url);
const lines = readFileSync(file, "utf8").trim().split("\n");
const { workflows } = JSON.parse(lines[0] ?? "") as {
  readonly workflows: readonly { readonly pb: string }[];
};
const rows = lines.slice(1).map((line) => JSON.parse(line) as Row);

const bytes = (pb: string) => Buffer.from(pb, "base64");
/** Texts without what differs between builds of a server, which are blanks, and between calls, which is the order of its maps. */
const folded = (text: string) =>
  text.replace(/[ \u00a0]+/g, " ").replace(/\[\w+\] is required/, "[one] is required");

describe("calls that create something", () => {
  const started = startAdmin({ projects: ["proj"] });
  const opened = started.then(({ endpoint }) => createChannel(endpoint));
  const client = opened.then((channel) => createClient(AdminServiceDefinition, channel));

  beforeAll(async () => {
    const calls = await client;
    await calls.createTask(baseTask());
    for (const { pb } of workflows) {
      const template = WorkflowTemplate.decode(bytes(pb));
      await calls.createWorkflow({ id: template.id, spec: { template } });
    }
  });
  afterAll(async () => {
    (await opened).close();
    await (await started).close();
  });

  it("are many", () => expect(rows.length).toBeGreaterThan(130));

  it.each(rows)("$call, $name: $code", async (row) => {
    const error: unknown = await answer(row).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const code = error instanceof ClientError ? error.code : Status.OK;
    const details = error instanceof ClientError ? error.details : "";
    expect(`${Status[code]}: ${folded(details)}`).toBe(`${row.code}: ${folded(row.details)}`);
  });

  async function answer({ call, pb }: Row): Promise<unknown> {
    const calls = await client;
    if (call === "CreateTask") {
      const template = TaskTemplate.decode(bytes(pb));
      return await calls.createTask({ id: template.id, spec: { template } });
    }
    const { id, spec } = LaunchPlan.decode(bytes(pb));
    return await calls.createLaunchPlan({ id, spec });
  }
});

/** What the workflows of the rows call. */
function baseTask() {
  const id = {
    resourceType: ResourceType.TASK,
    project: "proj",
    domain: "development",
    name: "base",
    version: "v1",
  };
  const x = Variable.create({ type: { type: { $case: "simple", value: SimpleType.INTEGER } } });
  const inputs = { variables: new Map([["x", x]]) };
  const target = { $case: "container" as const, value: { image: "image", args: ["run"] } };
  return { id, spec: { template: { id, type: "container", metadata: {}, interface: { inputs }, target } } };
}
