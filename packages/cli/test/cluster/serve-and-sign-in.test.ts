import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAdmin } from "@flytekit-ts/admin";
import { describe, expect, it, onTestFinished } from "vitest";
import { main } from "../../src/program/main.js";
import { runCli } from "../support/run-cli.js";

const cwd = import.meta.dirname;

function homeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "home-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("tsflyte serve connector", () => {
  it("serves what modules export, until it is ended", async () => {
    const controller = new AbortController();
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    const argv = ["serve", "connector", "connectors.ts", "--port", "0", "--metrics-port", "0", "--json"];
    const stdin = Object.assign((async function* () {})(), { isTTY: false });
    const served = main(argv, {
      ...{ env: {}, cwd, stdin, stdout: stream, stderr: { write: () => true } },
      signal: controller.signal,
    });
    await expect.poll(() => written.length, { timeout: 20_000 }).toBe(1);
    const said = JSON.parse(written[0] ?? "") as { readonly metricsPort: number };
    expect(said).toMatchObject({ kind: "serving", connectors: [{ taskType: "ping", version: 0 }] });
    const metrics = await fetch(`http://127.0.0.1:${said.metricsPort}/metrics`);
    expect(metrics.status).toBe(200);
    controller.abort(new DOMException("Ctrl-C was pressed.", "AbortError"));
    expect(await served).toBe(0);
    await expect(fetch(`http://127.0.0.1:${said.metricsPort}/metrics`)).rejects.toThrow();
  });

  it("refuses a module without any", async () => {
    const { code, stderr } = await runCli(["serve", "connector", "garden.ts"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("exports no connector");
  });
});

describe("a cluster that asks who calls", () => {
  it("refuses who has not signed in", async () => {
    const admin = await startAdmin({ auth: {} });
    onTestFinished(admin.close);
    const env = { HOME: homeFolder(), FLYTE_PLATFORM_URL: admin.endpoint, FLYTE_PLATFORM_INSECURE: "true" };
    const none = await runCli(["get", "tasks"], { env: { ...env, FLYTE_CREDENTIALS_AUTH_MODE: "None" } });
    expect(none).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("[NOT_AUTHENTICATED]") as string,
    });
    const json = await runCli(["get", "tasks", "--json"], {
      env: { ...env, FLYTE_CREDENTIALS_AUTH_MODE: "None" },
    });
    expect(json.objects).toMatchObject([{ kind: "error", code: "NOT_AUTHENTICATED" }]);
  });

  it("says where to sign in, also with --json", async () => {
    const admin = await startAdmin({ auth: { deviceFlow: true, deviceInterval: 0.01 } });
    onTestFinished(admin.close);
    const env = {
      ...{ HOME: homeFolder(), FLYTE_PLATFORM_URL: admin.endpoint, FLYTE_PLATFORM_INSECURE: "true" },
      FLYTE_CREDENTIALS_AUTH_MODE: "DeviceFlow",
    };
    const { code, stderr, stdout } = await runCli(["get", "projects", "--json"], { env });
    expect(stderr).toContain(admin.oauth?.url);
    expect(stdout).toContain('"id":"flytesnacks"');
    expect(code).toBe(0);
  });
});
