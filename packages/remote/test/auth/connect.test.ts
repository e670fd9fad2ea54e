import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connect } from "../../src/remote/connect.js";
import { SECRET, type Stage, stage } from "./signed-in.js";

let cluster: Stage;
let folder: string;

beforeEach(async () => {
  cluster = await stage({ now: Date.now, deviceInterval: 0.01 });
  folder = mkdtempSync(join(tmpdir(), "connect-"));
  vi.stubEnv("XDG_STATE_HOME", folder);
  // No keyring can be reached there.
  vi.stubEnv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await cluster.close();
  rmSync(folder, { recursive: true });
});

it("signs in as a file of Flyte's says", async () => {
  writeFileSync(join(folder, "secret"), `${SECRET}\n`);
  const admin = {
    endpoint: `dns:///${cluster.admin.endpoint}`,
    insecure: true,
    authType: "Pkce",
    clientId: "machine",
  };
  const file = { admin: { ...admin, clientSecretLocation: join(folder, "secret"), scopes: ["all"] } };
  writeFileSync(join(folder, "config.yaml"), JSON.stringify(file));
  const remote = await connect({ config: join(folder, "config.yaml") });
  expect((await remote.connection.admin.listProjects({})).projects).toHaveLength(1);
  await remote.close();
  expect(readdirSync(folder).sort()).toEqual(["config.yaml", "secret"]);
});

it.runIf(process.platform === "linux")(
  "keeps a person's tokens in a file where there is no keyring",
  async () => {
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    for (let programs = 0; programs < 2; programs += 1) {
      const options = {
        endpoint: cluster.admin.endpoint,
        insecure: true,
        auth: { type: "DeviceFlow" },
      } as const;
      const remote = await connect(options);
      expect(await remote.connection.identity.userInfo({})).toMatchObject({ subject: "ada" });
      await remote.close();
    }
    expect(said.mock.calls).toEqual([[expect.stringContaining("check that it shows BDWP-HQPK.\n")]]);
    const [name = "", ...others] = readdirSync(join(folder, "flytekit-ts", "auth"));
    expect([name, others]).toEqual([expect.stringMatching(/^127\.0\.0\.1_\d+-[\da-f]{12}\.json$/), []]);
    const path = join(folder, "flytekit-ts", "auth", name);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(path, "utf8")) as object)).toContain("refresh_token");
  },
);
