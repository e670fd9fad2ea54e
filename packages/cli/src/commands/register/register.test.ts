import { join } from "node:path";
import { connect } from "@flytekit-ts/remote";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedCluster, startScripted } from "../../../test/cluster/scripted.js";
import { runCli } from "../../../test/support/run-cli.js";

const cwd = join(import.meta.dirname, "../../../test/cluster");
const flow = ["--image", "flow:v1", "flow.ts"];

let cluster: ScriptedCluster;
beforeAll(async () => {
  cluster = await startScripted();
});
afterAll(async () => {
  await cluster.close();
});

describe("tsflyte register", () => {
  it("sends nothing in a dry run, and needs no cluster for it", async () => {
    const argv = ["register", ...flow, "--dry-run", "--version", "v1", "--endpoint", "localhost:1"];
    const { code, stdout } = await runCli(argv, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}task flow\.water$/m);
    expect(stdout).toContain(
      "Would register 8 entities in version v1 in flytesnacks/development; nothing was sent.",
    );
  });

  it("registers, says what was there already, and activates", async () => {
    const first = await cluster.run(["register", ...flow], { cwd });
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^✓ task flow\.water$/m);
    expect(first.stdout).toMatch(
      /^Registered 8 entities in version [\da-f]{32} in flytesnacks\/development\.$/m,
    );
    const argv = ["register", ...flow, "--activate", "flow.season", "--json"];
    const { objects } = await cluster.run(argv, { cwd });
    expect(objects.at(-1)).toMatchObject({
      ...{ kind: "registration", created: 0, unchanged: 8, activated: ["flow.season"] },
      code: { uri: expect.stringContaining("://") as string },
    });
    expect(objects.filter(({ kind }) => kind === "registered")).toHaveLength(8);
  });

  it("sets labels, annotations and the account of launch plans, as another version", async () => {
    const plans = ["--service-account", "trainer", "--label", "team=docks", "--annotation", "note=x=y"];
    const given = [...plans, "--raw-output-prefix", "s3://raw/x"];
    const { objects: plain } = await cluster.run(["register", ...flow, "--json"], { cwd });
    const { code, objects } = await cluster.run(["register", ...flow, ...given, "--json"], { cwd });
    expect(code).toBe(0);
    const version = objects.at(-1)?.["version"];
    expect(version).not.toBe(plain.at(-1)?.["version"]);
    const remote = await connect({ endpoint: cluster.endpoint, insecure: true });
    const { spec } = await remote.launchPlan({
      ...{ name: "flow.season", project: "flytesnacks", domain: "development" },
      version: String(version),
    });
    await remote.close();
    expect(spec.labels?.values).toEqual(new Map([["team", "docks"]]));
    expect(spec.annotations?.values).toEqual(new Map([["note", "x=y"]]));
    expect(spec.securityContext?.runAs?.k8sServiceAccount).toBe("trainer");
    expect(spec.rawOutputDataConfig?.outputLocationPrefix).toBe("s3://raw/x");
  });

  it("gives resources to tasks that declare none", async () => {
    const given = ["--resource-requests", "cpu=1,mem=2Gi", "--resource-limits", "memory=4Gi"];
    const { code, objects } = await cluster.run(["register", ...flow, ...given, "--json"], { cwd });
    expect(code).toBe(0);
    const remote = await connect({ endpoint: cluster.endpoint, insecure: true });
    const { closure } = await remote.task({
      ...{ name: "flow.water", project: "flytesnacks", domain: "development" },
      version: String(objects.at(-1)?.["version"]),
    });
    await remote.close();
    const target = closure.compiledTask?.template?.target;
    expect(target?.$case === "container" ? target.value.resources : undefined).toEqual({
      requests: [
        { name: 1, value: "1" },
        { name: 3, value: "2Gi" },
      ],
      limits: [{ name: 3, value: "4Gi" }],
    });
  });

  it.each([
    [["--label", "team"], 2, "--label takes NAME=VALUE"],
    [["--label", "a b=c"], 1, "LABEL_INVALID"],
    [["--resource-requests", "cpus=1"], 2, "Did you mean cpu?"],
    [["--resource-requests", "cpu"], 2, "--resource-requests cpu=1,memory=2Gi"],
    [["--resource-limits", "cpu=many"], 1, "[RESOURCE_INVALID]"],
  ])("refuses %j", async (given, wanted, said) => {
    const argv = ["register", ...flow, ...given, "--dry-run", "--endpoint", "localhost:1"];
    const { code, stderr } = await runCli(argv, { cwd });
    expect([code, stderr]).toEqual([wanted, expect.stringContaining(said)]);
  });

  it.each([["--image", "a:1"], ["--label", "a=b"], ["--code", "image"], ["--follow-links"]])(
    "refuses %s for an archive, which is packaged already",
    async (...given) => {
      const argv = ["register", "some.tgz", "--version", "v1", ...given];
      const { code, stderr } = await runCli(argv, { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${given[0]} says what is packaged`)]);
    },
  );

  it("shows where a version that is there differs", async () => {
    await cluster.run(["register", ...flow, "--version", "v7"], { cwd });
    const again = await cluster.run(["register", "--version", "v7", ...flow, "--env", "A=1"], { cwd });
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("[REGISTERED_DIFFERENTLY]");
    expect(again.stderr).toContain("env");
  });

  it("refuses an archive without a version", async () => {
    const { code, stderr } = await cluster.run(["register", "old.tgz"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--version v1");
  });

  it("refuses a file that is not there, an archive among others, and activations that differ", async () => {
    for (const [argv, said] of [
      [["nowhere.tgz", "--version", "v1"], "cannot be read"],
      [["a.tgz", "b.ts"], "registered alone"],
      [[...flow, "--activate", "x", "--no-activate-launch-plans"], "say different things"],
    ] as const) {
      const { code, stderr } = await cluster.run(["register", ...argv], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(said);
    }
  });

  it("says where no cluster is", async () => {
    const argv = ["register", ...flow, "--version", "v9", "--endpoint", "localhost:1"];
    const { code, stderr } = await runCli(argv, { cwd, env: { HOME: "/nowhere" } });
    expect(code).toBe(1);
    expect(stderr).toContain("[REGISTRATION_STOPPED]");
  });
});
