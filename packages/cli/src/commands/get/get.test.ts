import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedCluster, startScripted } from "../../../test/cluster/scripted.js";

let cluster: ScriptedCluster;
beforeAll(async () => {
  cluster = await startScripted();
});
afterAll(async () => {
  await cluster.close();
});

describe("tsflyte get", () => {
  it("lists tasks, the newest first", async () => {
    const { code, stdout } = await cluster.run(["get", "tasks", "garden.water"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/).slice(0, 2).join(" "))).toEqual([
      ...["NAME VERSION", "garden.water v2", "garden.water v1", ""],
    ]);
  });

  it("gives programs one object for each", async () => {
    const { objects } = await cluster.run(["get", "tasks", "garden.water", "--json", "--limit", "1"]);
    expect(objects).toEqual([
      {
        ...{
          kind: "task",
          project: "flytesnacks",
          domain: "development",
          name: "garden.water",
          version: "v2",
        },
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        ...{ type: "container", shortDescription: "" },
      },
    ]);
  });

  it("lists workflows, launch plans and projects", async () => {
    const workflows = await cluster.run(["get", "workflows", "--where", "version=v1", "--json"]);
    expect(workflows.objects.map(({ name }) => String(name)).toSorted()).toEqual([
      "garden.gated",
      "garden.main",
    ]);
    const plans = await cluster.run(["get", "launchplans", "--active"]);
    expect(plans.stdout).toMatch(/^garden\.daily +v2 +yes +0 8 \* \* \*/m);
    const projects = await cluster.run(["get", "projects"]);
    expect(projects.stdout).toMatch(/^flytesnacks /m);
  });

  it("filters, sorts, and shows the columns that are asked for", async () => {
    const { stdout } = await cluster.run([
      ...[
        "get",
        "launchplans",
        "--where",
        "name~dai",
        "--where",
        "version!=v2",
        "--columns",
        "version,workflow",
      ],
      ...["--sort", "createdAt", "--ascending"],
    ]);
    expect(stdout).toBe("VERSION  WORKFLOW\nv1       garden.main\n");
  });

  it("says that there are more than it shows", async () => {
    const { stderr } = await cluster.run(["get", "tasks", "--limit", "3"]);
    expect(stderr).toContain("There are more than these 3");
  });

  it.each([
    [
      ["get", "tasks", "garden.watre"],
      'no task "garden.watre" in flytesnacks/development',
      "Did you mean garden.water?",
    ],
    [
      ["get", "workflows", "garden.main", "-p", "elsewhere"],
      'There is no project "elsewhere" at',
      "tsflyte get",
    ],
  ])("%j: there is none", async (argv, message, hint) => {
    const { code, stdout, stderr } = await cluster.run(argv);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("[NOT_ON_CLUSTER]");
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it.each([
    [["get", "tasks", "--where", "nam=x"], "Did you mean name?"],
    [["get", "tasks", "--where", "name"], "--where name=garden.water"],
    [["get", "tasks", "--where", "createdAt>tomorrow"], "Give a time such as 2026-05-01"],
    [["get", "executions", "--where", "phase=DONE"], "It is one of QUEUED"],
    [["get", "executions", "--where", "duration>long"], "Give a number"],
    [["get", "tasks", "--sort", "age"], "There are name, version"],
    [["get", "tasks", "--ascending"], "--sort createdAt"],
    [["get", "tasks", "--columns", "nam"], "Did you mean name?"],
    [["get", "tasks", "--limit", "0"], "number from 1 on"],
  ])("refuses %j", async (argv, hint) => {
    const { code, stderr } = await cluster.run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain("[USAGE_INVALID] tsflyte get");
    expect(stderr).toContain(hint);
  });
});
