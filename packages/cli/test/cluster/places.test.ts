import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedCluster, startScripted } from "./scripted.js";

let cluster: ScriptedCluster;
beforeAll(async () => {
  cluster = await startScripted();
  await cluster.run(["run", "garden.daily", "--wait", "--name", "done", "--poll-interval", "50ms"]);
});
afterAll(async () => {
  await cluster.close();
});

const flow = ["--image", "flow:v1", "flow.ts"];
const named = (what: string, near: string, said = ""): readonly string[] => [
  `[NOT_ON_CLUSTER] There is no ${what}`,
  near === "" ? said : `Did you mean ${near}?`,
];

describe("a project or domain that a cluster does not have", () => {
  it.each([
    ["get", "tasks"],
    ["get", "workflows", "garden.main"],
    ["get", "launchplans", "--json"],
    ["execution", "list"],
    ["execution", "get", "done"],
    ["run", "garden.daily"],
    ["launchplan", "show", "garden.daily"],
    ["launchplan", "activate", "garden.daily"],
    ["graph", "garden.main", "--remote"],
    ["inspect", "garden.main", "--remote"],
    ["register", ...flow],
    ["run", "flow.ts", "season", "--litres", "1", "--remote", "--image", "flow:v1"],
    ["backfill", "garden.daily", "--from", "2026-05-01", "--to", "2026-05-03"],
    ["pull"],
    ["pull", "garden.water"],
    ["metrics", "done"],
  ])("is told, with the nearest: %s %s", async (...argv) => {
    const { code, stdout, stderr } = await cluster.run([...argv, "-p", "flytesnack"], {
      cwd: import.meta.dirname,
    });
    expect(code).toBe(1);
    const [what = "", hint = ""] = named("project", "flytesnacks");
    const said = argv.includes("--json") ? stdout : stderr;
    expect(said).toContain(argv.includes("--json") ? '"code":"NOT_ON_CLUSTER"' : what);
    expect(said).toContain(hint);
  });

  it.each<[readonly string[], readonly string[]]>([
    [["get", "tasks", "-d", "developmnt"], named('domain "developmnt" in flytesnacks', "development")],
    [["register", ...flow, "-d", "prod"], named('domain "prod" in flytesnacks', "production")],
    [
      ["get", "tasks", "-d", "zz"],
      named('domain "zz" in flytesnacks', "", "development, staging, production"),
    ],
    [["execution", "get", "flytesnack/development/done"], named("project", "flytesnacks")],
    [["get", "tasks", "-p", "flytesnacks:development"], named("project", "flytesnacks")],
  ])("is told for %j", async (argv, wanted) => {
    const { code, stderr } = await cluster.run(argv, { cwd: import.meta.dirname });
    expect(code).toBe(1);
    for (const each of wanted) expect(stderr).toContain(each);
  });

  it("is not what is wrong where a place is empty", async () => {
    const { code, stderr } = await cluster.run(["get", "tasks", "-d", "staging"]);
    expect([code, stderr]).toEqual([0, "There are no such tasks.\n"]);
  });
});

describe("a node that an execution does not have", () => {
  it.each([
    ["outputs", "done", "--node", "n9"],
    ["inputs", "done", "--node", "n9"],
    ["logs", "done", "n9"],
  ])("is told as such: %s", async (...argv) => {
    const { code, stdout, stderr } = await cluster.run(["execution", ...argv]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(
      "[NODE_NOT_THERE] The node n9 of the execution done was not reached, or there is none.",
    );
    expect(stderr).toContain("`tsflyte execution get done`");
  });
});
