import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { errors } from "../errors.js";
import type { ConnectOptions } from "./connect-options.js";
import { resolveConfig } from "./resolve-config.js";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "config-"));
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

/** Resolve with some files in an empty home folder. */
async function resolved(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  options: ConnectOptions = {},
) {
  rmSync(home, { recursive: true });
  for (const [name, text] of Object.entries({ ".keep": "", ...files })) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  const placed = Object.entries(env).map(([name, value]) => [name, value.replace("~", home)]);
  return resolveConfig(options, { HOME: home, ...Object.fromEntries(placed) });
}

const YAML = `
admin:
  endpoint: dns:///yaml.example.com
  insecure: no
  authType: ClientSecret
  clientId: flyte
  clientSecretLocation: SECRET
  scopes: [all, offline]
  command: [print-token, --plain]
console:
  endpoint: https://console.example.com
task:
  project: orchard
  domain: staging
`;
const INI = `
[platform]
url = ini.example.com:81
insecure: Yes
[credentials]
auth_mode = DEVICEFLOW
client_secret = half#time;%%
command = print-token,--plain
[local]
project = garden
`;

describe("resolveConfig", () => {
  it("is the sandbox where nothing says otherwise", async () => {
    expect(await resolved({})).toMatchObject({
      endpoint: "localhost:30080",
      insecure: true,
      auth: { type: "pkce" },
    });
    expect((await resolved({}, {}, { endpoint: "a:1" })).insecure).toBe(false);
  });

  it("reads YAML as flytectl writes it", async () => {
    const config = await resolved({ ".flyte/config.yaml": YAML, secret: " s3cret\n" });
    expect(config).toMatchObject({
      endpoint: "yaml.example.com:443",
      insecure: false,
      consoleEndpoint: "https://console.example.com",
      project: "orchard",
      domain: "staging",
      auth: {
        type: "client-credentials",
        clientId: "flyte",
        scopes: ["all", "offline"],
        command: ["print-token", "--plain"],
      },
    });
    expect(config.sources.get("endpoint")).toBe(`admin.endpoint in ${join(home, ".flyte/config.yaml")}`);
    expect(config.sources.get("auth.clientId")).toBe(`admin.clientId in ${join(home, ".flyte/config.yaml")}`);
    expect(config.auth.clientSecret).toThrow(/SECRET cannot be used/);
  });

  it("says where what it signs in with came from", async () => {
    const env = { FLYTE_CREDENTIALS_SCOPES: "a,b", FLYTE_CREDENTIALS_CLIENT_SECRET: "hush" };
    const { sources } = await resolved({}, env, { auth: { clientId: "robot", type: "Pkce" } });
    expect(Object.fromEntries(sources)).toEqual({
      "auth.type": "the options",
      "auth.clientId": "the options",
      "auth.clientSecret": "FLYTE_CREDENTIALS_CLIENT_SECRET",
      "auth.scopes": "FLYTE_CREDENTIALS_SCOPES",
    });
    expect((await resolved({})).sources.size).toBe(0);
  });

  it("reads a secret from its file when it is needed", async () => {
    const text = YAML.replace("SECRET", join(home, "secret"));
    const { auth } = await resolved({ ".flyte/config.yaml": text, secret: " s3cret\n" });
    expect(auth.clientSecret?.()).toBe("s3cret");
  });

  it("reads INI as flytekit does", async () => {
    const config = await resolved({ ".flyte/config": INI });
    expect(config).toMatchObject({
      endpoint: "ini.example.com:81",
      insecure: true,
      project: "garden",
      auth: { type: "device", command: ["print-token", "--plain"] },
    });
    expect(config.auth.clientSecret?.()).toBe("half#time;%");
  });

  it("takes options before variables, and these before a file", async () => {
    const files = { ".flyte/config.yaml": YAML };
    const env = {
      FLYTE_PLATFORM_URL: "env:1",
      FLYTE_PLATFORM_INSECURE: "on",
      FLYTE_CREDENTIALS_SCOPES: "a,b",
    };
    expect(await resolved(files, env)).toMatchObject({
      endpoint: "env:1",
      insecure: true,
      project: "orchard",
      auth: { scopes: ["a", "b"] },
    });
    const options = { endpoint: "option:1", insecure: false, auth: { type: "Pkce" } } as const;
    expect(await resolved(files, env, options)).toMatchObject({
      endpoint: "option:1",
      insecure: false,
      auth: { type: "pkce", clientId: "flyte" },
    });
  });

  it.each([
    [
      "the override of pyflyte",
      { _FLYTECTL_CONFIG_PYFLYTE_OVERRIDE: "~/x.yml", FLYTECTL_CONFIG: "~/y" },
      "x:443",
    ],
    ["FLYTECTL_CONFIG", { FLYTECTL_CONFIG: "~/x.yml", UCTL_CONFIG: "~/y" }, "x:443"],
    ["UCTL_CONFIG", { UCTL_CONFIG: "~/x.yml" }, "x:443"],
    ["the home folder", {}, "home:443"],
  ])("takes the file of %s", async (_, env, endpoint) => {
    const files = {
      "x.yml": "admin: { endpoint: x }",
      y: "[platform]\nurl=y",
      ".uctl/config.yaml": "admin: { endpoint: uctl }",
      ".flyte/config.yaml": "admin: { endpoint: home }",
    };
    expect((await resolved(files, env)).endpoint).toBe(endpoint);
  });

  it("takes uctl's file where there is no other", async () => {
    const config = await resolved({ ".uctl/config.yaml": "admin: { endpoint: uctl }" });
    expect(config.endpoint).toBe("uctl:443");
  });

  it("takes a secret in a variable, whatever the type of auth", async () => {
    const file = "admin: { endpoint: a, authType: Pkce, clientSecretEnvVar: MY_SECRET }";
    const { auth } = await resolved({ ".flyte/config.yaml": file }, { MY_SECRET: "abc" });
    expect([auth.type, auth.clientSecret?.()]).toEqual(["client-credentials", "abc"]);
    const unset = await resolved({ ".flyte/config.yaml": file });
    expect(unset.auth.clientSecret).toThrow(/`auth.clientSecret` of admin.clientSecretEnvVar in .* must be/);
  });

  it("keeps the secret out of what printers show", async () => {
    const config = await resolved({ ".flyte/config": INI });
    expect(JSON.stringify(config)).not.toContain("half");
  });

  it.each([
    ["config.yaml", "admin: {", /config\.yaml cannot be used: it is not valid YAML in line 1/],
    ["config.yaml", "admin: { insecure: maybe }", /must be true or false, not "maybe"/],
    ["config.yaml", "admin: { scopes: [1] }", /must be a list of texts/],
    ["config.yaml", "admin: { endpoint: [] }", /must be a text/],
    ["config.yaml", "admin: { authType: Magic }", /must be one of Pkce, ClientSecret.*not "Magic"/],
    ["config.yaml", "admin: { endpoint: 'ftp://x' }", /must be the address of flyteadmin/],
    ["config", "url = x", /line 1 stands before the first section/],
    ["config", "[platform]\nurl", /line 2 has no `=`/],
    ["config", "[platform]\nurl = 5%", /`url` has a single `%`/],
    ["config", "[a]\nx = 1\n[a]", /line 3 begins \[a\] a second time/],
  ])("refuses %s with %j", async (name, text, message) => {
    const path = `.flyte/${name}`;
    await expect(resolved({ [path]: text })).rejects.toThrow(message);
  });

  it("refuses a file that is named and not there", async () => {
    await expect(resolved({}, { FLYTECTL_CONFIG: "~/none.yaml" })).rejects.toThrow(
      expect.toSatisfy(errors.CONFIG_FILE_INVALID.is),
    );
  });
});
