import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Remote } from "@flytekit-ts/remote";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";
import { water } from "./garden.js";
import { type ScriptedCluster, startScripted } from "./scripted.js";

let cluster: ScriptedCluster;
let remote: Remote;
let folder: string;
beforeAll(async () => {
  cluster = await startScripted();
  remote = await connect({
    endpoint: cluster.endpoint,
    insecure: true,
    project: "flytesnacks",
    domain: "development",
  });
  folder = mkdtempSync(join(tmpdir(), "commands-"));
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
  rmSync(folder, { recursive: true });
});

const often = ["--poll-interval", "50ms"];

describe("tsflyte run NAME", () => {
  it("takes the inputs of what is registered as flags, and follows it", async () => {
    const { code, stdout, stderr } = await cluster.run([
      "run",
      "garden.daily",
      "--litres",
      "7",
      "--wait",
      ...often,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "14 baskets\n" });
    expect(stderr).toMatch(/✓ water \(n0\)/);
    expect(stderr).toMatch(/garden\.daily succeeded/);
  });

  it("shows them on its page, with defaults", async () => {
    const { code, stdout } = await cluster.run(["run", "garden.daily:v1", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("The launch plan garden.daily v1");
    expect(stdout).toMatch(/--litres VALUE +how much water there is: int \(default: 5\)/);
  });

  it("prints the name of what it started, and takes options of executions", async () => {
    const argv = [
      "run",
      "garden.water",
      "--litres",
      "2",
      "--name",
      "labelled",
      "--label",
      "bed=north",
      "--tag",
      "t1",
    ];
    const { code, stdout, stderr } = await cluster.run(argv);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "labelled\n" });
    expect(stderr).toContain("/executions/labelled");
    const { objects } = await cluster.run(["get", "executions", "--where", "name=labelled", "--json"]);
    expect(objects).toMatchObject([{ labels: { bed: "north" }, tags: ["t1"] }]);
  });

  it("tells programs each change, and how it ended", async () => {
    const { code, objects } = await cluster.run([
      "run",
      "garden.main",
      "--litres",
      "99",
      "--wait",
      "--json",
      ...often,
    ]);
    expect(code).toBe(1);
    expect(new Set(objects.map(({ kind }) => kind))).toEqual(
      new Set(["started", "execution", "node", "task", "ended"]),
    );
    expect(objects.at(-1)).toMatchObject({
      kind: "ended",
      phase: "FAILED",
      error: { message: expect.stringContaining("no basket") as string },
    });
  });

  it.each([
    [["run", "garden.dialy"], 1, "[NOT_ON_CLUSTER]", "Did you mean garden.daily?"],
    [["run", "garden.daily:v9"], 1, "[NOT_ON_CLUSTER]", "v9"],
    [["run", "garden.daily", "--litre", "3"], 2, "[USAGE_INVALID]", "--litres"],
    [["run", "garden.main", "--litres", "many"], 2, "[INPUTS_INVALID]", "whole number"],
    [["run", "garden.main"], 2, "[INPUTS_INVALID]", "--litres is missing"],
    [["run", "garden.daily", "--poll-interval", "soon"], 2, "[USAGE_INVALID]", "500ms"],
    [["run", "garden.daily", "--label", "north"], 2, "[USAGE_INVALID]", "--label team=docks"],
    [
      ["run", "garden.daily", "--concurrency", "2"],
      2,
      "[USAGE_INVALID]",
      "--concurrency is for runs on this machine",
    ],
    [
      ["run", "garden.daily", "--no-journal", "--clock", "real"],
      2,
      "[USAGE_INVALID]",
      "--no-journal and --clock are for runs on this machine",
    ],
    [["run", "garden.daily", "--name", "Not A Name"], 2, "[EXECUTION_NAME_INVALID]", "lower-case"],
  ])("refuses %j", async (argv, wanted, error, said) => {
    const { code, stdout, stderr } = await cluster.run(argv);
    expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
    expect(stderr).toContain(error);
    expect(stderr).toContain(said);
  });

  it("says that the name is no file where no cluster is", async () => {
    const { code, stderr } = await runCli(["run", "hallo", "--endpoint", "localhost:1"], {
      env: { HOME: folder },
    });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no file hallo here");
    expect(stderr).toContain("[CLUSTER_UNREACHABLE]");
  });
});

describe("an execution that waits for people", () => {
  it("lists its signals, takes answers by their types, and goes on", async () => {
    const execution = await remote.execute({ kind: "workflow", name: "garden.gated" }, {}, { name: "waits" });
    await expect.poll(async () => (await execution.signals()).length, { timeout: 20_000 }).toBe(1);
    const listed = await cluster.run(["execution", "signal", "waits"]);
    expect(listed.stdout).toMatch(/^amount +int +waits$/m);
    const wrong = await cluster.run(["execution", "signal", "waits", "amount", "many"]);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("whole number") as string });
    const unknown = await cluster.run(["execution", "signal", "waits", "amuont", "3"]);
    expect(unknown).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean amount?") as string,
    });
    expect(await cluster.run(["execution", "signal", "waits", "amount", "3"])).toMatchObject({
      code: 0,
      stdout: "answered amount\n",
    });
    await expect
      .poll(async () => (await execution.signals()).filter(({ isPending }) => isPending).length, {
        timeout: 20_000,
      })
      .toBe(1);
    expect(await cluster.run(["execution", "approve", "waits"])).toMatchObject({
      code: 0,
      stdout: "approved release\n",
    });
    expect((await cluster.run(["execution", "watch", "waits", ...often])).stdout).toBe("12\n");
    expect((await cluster.run(["execution", "approve", "waits"])).code).toBe(2);
    expect((await cluster.run(["execution", "approve", "waits", "release"])).stderr).toContain(
      "[SIGNAL_ANSWERED]",
    );
  });

  it("fails where it is rejected, and is recovered and relaunched", async () => {
    const execution = await remote.execute(
      { kind: "workflow", name: "garden.gated" },
      {},
      { name: "rejected" },
    );
    await expect.poll(async () => (await execution.signals()).length, { timeout: 20_000 }).toBe(1);
    let seen = "";
    const onError = (text: string): void => void (seen = text);
    const watched = cluster.run(["execution", "watch", "rejected", ...often], { onError });
    await expect
      .poll(() => seen, { timeout: 20_000 })
      .toContain("tsflyte execution signal rejected amount VALUE");
    await cluster.run(["execution", "signal", "rejected", "amount", "3"]);
    await expect
      .poll(async () => (await execution.signals()).filter(({ isPending }) => isPending).length, {
        timeout: 20_000,
      })
      .toBe(1);
    const { stdout } = await cluster.run(["execution", "approve", "rejected", "release", "--reject"]);
    expect(stdout).toBe("rejected release\n");
    const { code, stderr } = await watched;
    expect(code).toBe(1);
    expect(stderr).toContain("tsflyte execution recover rejected");
    expect(await cluster.run(["execution", "recover", "rejected", "--name", "anew"])).toMatchObject({
      code: 0,
      stdout: "anew\n",
    });
    expect(await cluster.run(["execution", "relaunch", "rejected", "--name", "again"])).toMatchObject({
      code: 0,
      stdout: "again\n",
    });
    const ended = await cluster.run(["execution", "terminate", "again", "--json"]);
    expect(ended.objects).toMatchObject([{ kind: "terminated", name: "again", isChanged: true }]);
    await cluster.run(["execution", "watch", "again", ...often]);
    const twice = await cluster.run(["execution", "terminate", "again"]);
    expect(twice).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("has already ended (ABORTED)") as string,
    });
  });
});

describe("tsflyte execution and metrics", () => {
  beforeAll(async () => {
    await cluster.run(["run", "garden.main", "--litres", "4", "--name", "done", "--wait", ...often]);
  });

  it("prints inputs and outputs, also those of a node", async () => {
    expect((await cluster.run(["execution", "inputs", "done"])).stdout).toMatch(/^litres +4\n$/);
    expect((await cluster.run(["execution", "outputs", "done"])).stdout).toBe("8 baskets\n");
    const { objects } = await cluster.run(["execution", "outputs", "done", "--node", "n0", "--json"]);
    expect(objects).toMatchObject([{ kind: "outputs", name: "done", node: "n0", values: { o0: 8 } }]);
  });

  it("lists the links to logs, or says that there are none", async () => {
    const { code, stdout, stderr } = await cluster.run(["execution", "logs", "done", "n0"]);
    expect(code).toBe(0);
    expect(stdout + stderr).toMatch(/NODE|There are no logs/);
    expect((await cluster.run(["execution", "logs", "dnoe"])).stderr).toContain("Did you mean done?");
  });

  it("refuses outputs of what failed, with its error", async () => {
    await cluster.run(["run", "garden.main", "--litres", "99", "--name", "broken", "--wait", ...often]);
    const { code, stderr } = await cluster.run(["execution", "outputs", "broken"]);
    expect(code).toBe(1);
    expect(stderr).toContain("[EXECUTION_FAILED]");
  });

  it("shows what took time", async () => {
    const { code, stdout } = await cluster.run(["metrics", "done"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^execution done /m);
    expect(stdout).toMatch(/^ {2}.*node n0 /m);
    const { objects } = await cluster.run(["metrics", "done", "--depth", "1", "--json"]);
    expect(objects).toMatchObject([{ kind: "metrics", span: { kind: "execution", name: "done" } }]);
    expect((await cluster.run(["metrics", "done", "--depth", "0"])).code).toBe(2);
  });

  it("fetches values by their address, and an execution as a local run", async () => {
    const uri = "flyte://v1/flytesnacks/development/done/n0/o";
    expect((await cluster.run(["fetch", uri])).stdout).toBe("8\n");
    expect((await cluster.run(["fetch", `${uri}/o0`, "--json"])).objects).toMatchObject([
      { values: { o0: 8 } },
    ]);
    const journal = join(folder, "journal");
    const entity = ["--entity", `${join(import.meta.dirname, "garden.ts")}:garden`];
    const { code, objects } = await cluster.run([
      "fetch",
      "broken",
      journal,
      "--journal",
      ...entity,
      "--json",
    ]);
    expect(code).toBe(0);
    expect(objects).toMatchObject([
      { kind: "fetched", journal, failed: ["n1"], run: expect.any(String) as string },
    ]);
    for (const [argv, said] of [
      [["fetch", "broken"], "--journal"],
      [["fetch", "s3://bucket/folder/"], "--recursive"],
      [["fetch", "flyte://nowhere"], "flyte://v1/"],
    ] as const) {
      const refused = await cluster.run(argv);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(said);
    }
    const none = await cluster.run(["fetch", uri.replace("done", "none")]);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain("[NOT_ON_CLUSTER] There is no data at flyte://v1/");
    expect(none.stderr).toContain("`tsflyte execution get none` lists the nodes");
  });
});

describe("tsflyte launchplan", () => {
  it("shows one", async () => {
    const { code, stdout } = await cluster.run(["launchplan", "show", "garden.daily", "v1"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/schedule +0 8 \* \* \*/);
    expect(stdout).toMatch(/takes +\(litres\?: int\) -> /);
  });

  it("activates and deactivates", async () => {
    const v1 = await cluster.run(["launchplan", "activate", "garden.daily", "v1"]);
    expect(v1).toMatchObject({ code: 0, stdout: "garden.daily v1 is active\n" });
    expect((await remote.activeLaunchPlan("garden.daily"))?.id.version).toBe("v1");
    const off = await cluster.run(["launchplan", "deactivate", "garden.daily", "--json"]);
    expect(off.objects).toMatchObject([{ version: "v1", isActive: false, isChanged: true }]);
    const again = await cluster.run(["launchplan", "deactivate", "garden.daily"]);
    expect(again).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("No version of garden.daily was active") as string,
    });
    expect((await cluster.run(["launchplan", "list", "--active"])).stdout).toBe("");
  });

  it.each([
    [["launchplan", "show", "garden.dayly"], "Did you mean garden.daily?"],
    [["launchplan", "activate", "garden.daily", "v3"], 'no version "v3" of launch plan "garden.daily"'],
    [["launchplan", "deactivate", "garden.dayly"], "Did you mean garden.daily?"],
  ])("%j: there is none", async (argv, said) => {
    const { code, stderr } = await cluster.run(argv);
    expect(code).toBe(1);
    expect(stderr).toContain("[NOT_ON_CLUSTER]");
    expect(stderr).toContain(said);
  });
});

describe("tsflyte pull", () => {
  it("writes a module, and says when it is out of date", async () => {
    const file = join(folder, "garden.ts");
    const pulled = await cluster.run(["pull", "garden.water", "-o", file]);
    expect(pulled).toMatchObject({ code: 0, stdout: `Wrote ${file}.\n` });
    expect(readFileSync(file, "utf8")).toContain("export const water = referenceTask({");
    expect((await cluster.run(["pull", "--check", file])).code).toBe(0);
    await remote.register(water, { version: "v3", image: "garden:v3", root: import.meta.dirname });
    const { code, stdout } = await cluster.run(["pull", "--check", file]);
    expect(code).toBe(1);
    expect(stdout).toContain("garden.water v3 is newer than v2");
    await cluster.run(["pull", "garden.water", "-o", file]);
    expect((await cluster.run(["pull", "--check", file])).code).toBe(0);
    writeFileSync(file, "// nobody has pulled this\n");
    expect((await cluster.run(["pull", "--check", file])).code).toBe(2);
  });

  it("prints it, and gives programs its text", async () => {
    const { objects } = await cluster.run(["pull", "--kind", "task", "--json"]);
    expect(objects).toMatchObject([
      { kind: "pulled", text: expect.stringContaining("garden.harvest") as string },
    ]);
    expect((await cluster.run(["pull", "garden.water"])).stdout).toContain("referenceTask");
  });

  it.each([
    [["pull", "garden.watre"], 1, "Did you mean garden.water?"],
    [["pull", "--check", "nowhere.ts"], 2, "cannot be read"],
    [["pull", "--check", "a.ts", "-o", "b.ts"], 2, "--check takes the module alone"],
  ])("refuses %j", async (argv, wanted, said) => {
    const { code, stderr } = await cluster.run(argv);
    expect(code).toBe(wanted);
    expect(stderr).toContain(said);
  });
});

describe("tsflyte backfill", () => {
  const period = ["--from", "2026-05-01", "--to", "2026-05-04"];

  it("prints the times in a dry run, and executes them", async () => {
    const dry = await cluster.run(["backfill", "garden.daily", ...period, "--dry-run"]);
    expect(dry).toMatchObject({
      code: 0,
      stdout: "Would execute garden.daily for 3 times; nothing was sent.\n",
    });
    expect(dry.stderr).toContain("2026-05-01 08:00:00Z");
    const argv = [
      "backfill",
      "garden.daily",
      "--from",
      "2026-05-01",
      "--window",
      "3 days",
      "--name",
      "filled",
      "--parallel",
    ];
    expect(await cluster.run(argv)).toMatchObject({ code: 0, stdout: "filled\n" });
    const only = await cluster.run(["backfill", "garden.daily", ...period, "--no-execute", "--json"]);
    expect(only.objects).toMatchObject([
      {
        kind: "backfill",
        times: ["2026-05-01T08:00:00.000Z", {}, {}].map((each) =>
          typeof each === "string" ? each : (expect.any(String) as string),
        ),
      },
    ]);
    expect(only.objects[0]).not.toHaveProperty("execution");
  });

  it("says that what fails is gone on from only where times do not wait for each other", async () => {
    const argv = ["backfill", "garden.daily", ...period, "--dry-run", "--no-fail-fast"];
    const says = "no time is executed after one that fails: with --parallel, --no-fail-fast goes on";
    expect((await cluster.run(argv)).stderr).toContain(says);
    expect((await cluster.run([...argv, "--parallel"])).stderr).not.toContain(says);
  });

  it.each([
    [["garden.daily", "--from", "2026-05-01"], 2, "two of --from, --to and --window"],
    [["garden.daily", ...period, "--window", "1 day"], 2, "one too many"],
    [["garden.daily", "--from", "soon", "--to", "now"], 2, "--from is not a time"],
    [["garden.daily", "--to", "now", "--window", "long"], 2, "--window is not a duration"],
    [["garden.daily", "--from", "2026-05-04", "--to", "2026-05-01"], 2, "--from is not before --to"],
    [["garden.daily", ...period, "--serial", "--parallel"], 2, "say different things"],
    [["garden.main", ...period], 2, "[BACKFILL_INVALID]"],
    [["garden.dailly", ...period], 1, "Did you mean garden.daily?"],
  ])("refuses %j", async (argv, wanted, said) => {
    const { code, stderr } = await cluster.run(["backfill", ...argv]);
    expect(code).toBe(wanted);
    expect(stderr).toContain(said);
  });
});
