import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedCluster, startScripted } from "../../../test/cluster/scripted.js";
import { runCli } from "../../../test/support/run-cli.js";

let cluster: ScriptedCluster;
let home: string;
beforeAll(async () => {
  cluster = await startScripted();
  home = mkdtempSync(join(tmpdir(), "info-"));
});
afterAll(async () => {
  await cluster.close();
  rmSync(home, { recursive: true });
});

describe("tsflyte info", () => {
  it("shows what answers, each setting, and where it is from", async () => {
    const { code, stdout } = await cluster.run(["info", "--project", "flytesnacks"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^flyteadmin \S/m);
    expect(stdout).toContain(cluster.endpoint);
    expect(stdout).toMatch(/^endpoint .* FLYTE_PLATFORM_URL$/m);
    expect(stdout).toMatch(/^project +flytesnacks +--project$/m);
    expect(stdout).toMatch(/^domain +development +the default$/m);
  });

  it("takes options before the environment, and a file that is named", async () => {
    const file = join(home, "cluster.yaml");
    writeFileSync(file, "admin:\n  authType: ClientSecret\n  clientId: robot\ntask:\n  domain: staging\n");
    const { code, objects } = await cluster.run(
      ["info", "--json", "--endpoint", `http://${cluster.endpoint}`, "--cluster-config", "cluster.yaml"],
      { cwd: home, env: { FLYTE_PLATFORM_URL: "elsewhere:1", FLYTE_CREDENTIALS_CLIENT_SECRET: "hush-hush" } },
    );
    expect(code).toBe(0);
    expect(objects[0]).toMatchObject({
      kind: "info",
      settings: {
        endpoint: { value: cluster.endpoint, source: "--endpoint" },
        domain: { value: "staging", source: `task.domain in ${file}` },
        "auth.clientId": { value: "robot", source: `admin.clientId in ${file}` },
        "auth.clientSecret": { value: "(hidden)", source: "FLYTE_CREDENTIALS_CLIENT_SECRET" },
      },
    });
    expect(JSON.stringify(objects)).not.toContain("hush");
  });

  it("takes the cluster of flyte.config.ts behind the environment", async () => {
    const config = `export default { domain: "staging", cluster: { endpoint: "configured:1", insecure: true, auth: { clientId: "robot" } } };`;
    writeFileSync(join(home, "flyte.config.mjs"), config);
    const said = await cluster.run(["info", "--json"], { cwd: home });
    expect(said.objects[0]).toMatchObject({
      settings: { endpoint: { value: cluster.endpoint }, domain: { value: "staging" } },
    });
    const configured = await runCli(["info", "--json"], { cwd: home, env: { HOME: home } });
    expect(configured.objects[0]).toMatchObject({
      settings: {
        endpoint: { value: "configured:1", source: expect.stringContaining("flyte.config") as string },
        "auth.clientId": { value: "robot", source: expect.stringContaining("flyte.config") as string },
      },
    });
  });

  it("shows what it knows where no cluster is, and fails", async () => {
    const { code, stdout, stderr } = await runCli(["info", "--endpoint", "localhost:1"], {
      env: { HOME: home },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^endpoint +localhost:1 +--endpoint$/m);
    expect(stderr).toContain("[CLUSTER_UNREACHABLE]");
  });

  it("refuses a file that is not there", async () => {
    const { code, stderr } = await runCli(["info", "--cluster-config", "nowhere.yaml"], { cwd: home });
    expect(code).toBe(2);
    expect(stderr).toContain("[CONFIG_FILE_INVALID]");
    expect(stderr).toContain("The file nowhere.yaml cannot be used");
  });
});
