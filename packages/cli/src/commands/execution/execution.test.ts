import { type Remote, connect } from "@flytekit-ts/remote";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedCluster, startScripted } from "../../../test/cluster/scripted.js";

let cluster: ScriptedCluster;
let remote: Remote;
beforeAll(async () => {
  cluster = await startScripted();
  remote = await connect({
    endpoint: cluster.endpoint,
    insecure: true,
    project: "flytesnacks",
    domain: "development",
  });
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
});

/** An execution of a launch plan of the garden, when it has ended. */
async function ended(name: string, litres: number) {
  const execution = await remote.execute(
    { kind: "launch-plan", name: "garden.daily" },
    { litres },
    { name, labels: { bed: "north" } },
  );
  await execution.wait({ pollInterval: 50 }).catch(() => {});
  return execution;
}

describe("tsflyte execution", () => {
  beforeAll(async () => {
    await ended("good-one", 3);
    await ended("bad-one", 99);
  });

  it("shows how one stands, with its nodes", async () => {
    const { code, stdout } = await cluster.run(["execution", "get", "good-one"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^good-one {2}SUCCEEDED\nlaunch plan garden.daily v2\ncreated \S+ \S+Z, took .*\nn0 {2}water {2}SUCCEEDED/,
    );
    expect(stdout).toContain("/console/projects/flytesnacks/domains/development/executions/good-one");
  });

  it("took as long wherever that is said", async () => {
    const [shown, followed, listed] = [
      await cluster.run(["execution", "get", "good-one"]),
      await cluster.run(["execution", "watch", "good-one"]),
      await cluster.run(["execution", "list", "--where", "name=good-one"]),
    ];
    const took = / succeeded after ([^:\n]+)/.exec(followed.stderr)?.[1] ?? "?";
    expect(/, took (.+)$/m.exec(shown.stdout)?.[1]).toBe(took);
    expect(listed.stdout.trimEnd().endsWith(`  ${took}`)).toBe(true);
  });

  it("shows why one failed, where it failed", async () => {
    const { code, stdout } = await cluster.run(["execution", "get", "bad-one", "--tasks"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^n1 {2}harvest {2}FAILED/m);
    expect(stdout).toContain("no basket holds 198");
    expect(stdout).toMatch(/garden\.harvest, attempt 1: FAILED/);
  });

  it("is given as it is printed, and by its page too", async () => {
    for (const id of ["flytesnacks/development/bad-one", remote.execution("bad-one").consoleUrl]) {
      const { objects } = await cluster.run(["execution", "get", id, "--json"]);
      expect(objects).toMatchObject([
        {
          ...{ kind: "execution", name: "bad-one", phase: "FAILED", isDone: true },
          error: { kind: "user", message: expect.stringContaining("no basket") as string },
          nodes: [
            { path: "n0", phase: "SUCCEEDED", nodes: [] },
            { path: "n1", phase: "FAILED" },
          ],
        },
      ]);
    }
  });

  it("lists them", async () => {
    const { stdout } = await cluster.run(["execution", "list", "--where", "phase=FAILED"]);
    expect(stdout).toMatch(/^bad-one +FAILED +garden\.daily +v2 /m);
    const all = await cluster.run(["get", "executions", "garden.daily", "--json"]);
    expect(all.objects.map(({ name, labels }) => [name, labels])).toEqual([
      ["bad-one", { bed: "north" }],
      ["good-one", { bed: "north" }],
    ]);
  });

  it.each([["bad-oen", "Did you mean bad-one?"]])("%s: there is none", async (id, hint) => {
    const { code, stderr } = await cluster.run(["execution", "get", id]);
    expect(code).toBe(1);
    expect(stderr).toContain(`[NOT_ON_CLUSTER] There is no execution "${id}" in flytesnacks/development at`);
    expect(stderr).toContain(hint);
  });

  it("says that a node has no logs because there is no such node", async () => {
    const { code, stderr } = await cluster.run(["execution", "logs", "good-one", "n9"]);
    expect(code).toBe(1);
    expect(stderr).toContain("[NODE_NOT_THERE]");
    expect(stderr).toContain("`tsflyte execution get good-one` lists the nodes");
  });

  it("refuses what is no execution", async () => {
    const { code, stderr } = await cluster.run(["execution", "get", "Not One"]);
    expect(code).toBe(2);
    expect(stderr).toContain("[USAGE_INVALID]");
  });
});
