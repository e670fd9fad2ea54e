import { join } from "node:path";
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
