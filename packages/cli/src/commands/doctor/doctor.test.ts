import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startAdmin } from "@flytekit-ts/admin";
import { describe, expect, it, onTestFinished } from "vitest";
import { aFolder, diagnosed } from "../../../test/doctor/a-patient.js";
import { runCli } from "../../../test/support/run-cli.js";

const config = (text: string) => ({ "package.json": {}, "flyte.config.mjs": `export default ${text};` });

async function anAdmin(options: Parameters<typeof startAdmin>[0] = {}) {
  const admin = await startAdmin(options);
  onTestFinished(() => admin.close());
  return { FLYTE_PLATFORM_URL: admin.endpoint, FLYTE_PLATFORM_INSECURE: "true" };
}

describe("tsflyte doctor", () => {
  it("shows each check with what to do, and fails for problems alone", async () => {
    const cwd = aFolder({ "package.json": {} });
    const { code, stdout } = await runCli(["doctor"], { cwd, env: { HOME: cwd } });
    expect(stdout).toMatch(/^ok +node +Node \d/m);
    expect(stdout).toMatch(/^warning +packages +the project has none of our packages\n +Install them: /m);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\n\nNo problems and \d+ warnings\.\n$/)]);
  });

  it("names what is wrong with the configuration once, and goes on", async () => {
    const { code, says } = await diagnosed(aFolder(config("{ modlues: [] }")), [
      "configuration",
      "modules",
      "disk",
      "node",
    ]);
    expect(code).toBe(1);
    expect(says).toEqual([
      expect.stringMatching(/^ok: Node/),
      expect.stringMatching(/^problem: .*modlues/),
      "skipped: the configuration cannot be read",
      "skipped: the configuration cannot be read",
    ]);
  });

  it.each([
    [`{ modules: ["gone.js"] }`, /^problem: .*gone\.js/],
    [`{ modules: ["bad.js"] }`, /^problem: .*bad\.js/],
    [`{ modules: ["none.js"] }`, /^warning: the modules export no task/],
    [`{}`, /^skipped: flyte\.config\.ts names no modules/],
  ])("loads the modules of %s", async (text, finding) => {
    const cwd = aFolder({
      ...config(text),
      "bad.js": "throw new Error('planted')",
      "none.js": "export const x = 1;",
    });
    expect((await diagnosed(cwd, ["modules"])).says).toEqual([expect.stringMatching(finding)]);
  });

  it("writes and reads the storage, and leaves nothing", async () => {
    const cwd = aFolder();
    const folder = join(cwd, "raw");
    mkdirSync(folder);
    const good = aFolder(config(JSON.stringify({ rawOutputPrefix: folder })));
    expect((await diagnosed(good, ["storage"])).says).toEqual([`ok: ${folder} can be written and read`]);
    expect(readdirSync(folder)).toEqual([]);
    const bad = aFolder(config(`{ rawOutputPrefix: "s3://bucket/raw" }`));
    expect((await diagnosed(bad, ["storage"])).says).toEqual([
      expect.stringMatching(/^problem: .*s3:\/\/bucket\/raw/),
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("says when runs cannot be kept", async () => {
    const cwd = aFolder(config("{}"));
    chmodSync(cwd, 0o500);
    expect((await diagnosed(cwd, ["disk"])).says).toEqual([
      expect.stringMatching(/^problem: runs cannot be kept/),
    ]);
    chmodSync(cwd, 0o700);
  });
});

describe("a cluster", () => {
  const names = ["cluster", "sign-in", "clock"];

  it("is not looked for where nobody has named one", async () => {
    const { code, says } = await diagnosed(aFolder(), names);
    expect([code, new Set(says)]).toEqual([
      0,
      new Set([expect.stringMatching(/^skipped: no cluster is configured/)]),
    ]);
  });

  it("answers", async () => {
    const { code, says } = await diagnosed(aFolder(), names, { env: await anAdmin() });
    expect(code).toBe(0);
    expect(says.slice(0, 2)).toEqual([
      expect.stringMatching(/^ok: flyteadmin .* answers at .* without TLS \(FLYTE_PLATFORM_URL\)$/),
      "ok: the cluster takes calls from here (pkce)",
    ]);
  });

  it("does not answer", async () => {
    const env = { FLYTE_PLATFORM_URL: "localhost:1", FLYTE_PLATFORM_INSECURE: "true" };
    const { code, says } = await diagnosed(aFolder(), names, { env });
    expect([code, says[0]]).toEqual([1, expect.stringMatching(/^problem: localhost:1 cannot be reached/)]);
    expect(says[1]).toBe("skipped: the cluster does not answer");
  });

  it("is spoken to with TLS, and has none", async () => {
    const { FLYTE_PLATFORM_URL } = await anAdmin();
    const { says } = await diagnosed(aFolder(), names, {
      env: { FLYTE_PLATFORM_URL, FLYTE_PLATFORM_INSECURE: "false" },
    });
    expect(says[0]).toMatch(/^problem: /);
  });

  it("wants somebody to be signed in, and nobody is asked", async () => {
    const people = { id: "flytectl", redirectUri: "http://localhost:1/callback", scopes: ["all"] };
    const env = await anAdmin({ auth: { people } });
    const { code, says, all } = await diagnosed(aFolder(), names, { env });
    expect([code, says[1]]).toEqual([
      1,
      "problem: the cluster refuses calls from here: nobody is signed in (pkce)",
    ]);
    expect(all).not.toContain("authorize");
  });

  it("is refused a wrong secret, which is not shown", async () => {
    const machines = [{ id: "machine", secret: "right", scopes: ["all"] }];
    const env = {
      ...(await anAdmin({ auth: { machines } })),
      ...{ FLYTE_CREDENTIALS_AUTH_MODE: "ClientSecret", FLYTE_CREDENTIALS_CLIENT_ID: "machine" },
      ...{ FLYTE_CREDENTIALS_CLIENT_SECRET_ENV_VAR: "PLANTED", PLANTED: "planted-secret" },
    };
    const { says, all } = await diagnosed(aFolder(), names, { env });
    expect(says[1]).toMatch(/^problem: .*gives no token: invalid_client/);
    expect(all).not.toContain("planted-secret");
  });
});
