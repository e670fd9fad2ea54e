import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import type { Project } from "../config/project.js";
import { readProject, type ReadFrom } from "./read-project.js";

interface Around {
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly globals?: ReadFrom["globals"] | undefined;
  readonly file?: string | undefined;
}

async function read(cwd: string, { env = {}, globals = {}, file }: Around = {}): Promise<Project> {
  return readProject({ globals, host: { cwd, env: { HOME: "/srv/ada", ...env } }, file });
}

const CONFIG = `export default {
  project: "orchard",
  domain: "development",
  image: "ghcr.io/acme/tasks:v1",
  images: { gpu: "ghcr.io/acme/gpu:v1" },
  environment: { A: "1", B: "2" },
  cluster: { endpoint: "flyte.example.com", auth: { clientId: "ada", clientSecret: () => "hush" } },
  runs: { keep: 5 },
  modules: ["src/workflows.mjs"],
  profiles: {
    prod: { domain: "production", images: { cpu: "ghcr.io/acme/cpu:v1" }, environment: { B: "3" } },
    empty: {},
  },
};
`;

describe("readProject", () => {
  it("takes flags before the environment, the profile and the configuration, and says from where", async () => {
    const folder = temporaryFolder({ "flyte.config.mjs": CONFIG });
    const env = { FLYTE_DEFAULT_PROJECT: "from-env", TSFLYTE_PROFILE: "prod", TSFLYTE_RUNS_DIR: "runs" };
    const plain = await read(folder);
    expect(plain.settings).toMatchObject({ project: "orchard", domain: "development", runs: { keep: 5 } });
    expect(plain.sources).toMatchObject({ project: "flyte.config.mjs", "runs.keep": "flyte.config.mjs" });
    const prod = await read(folder, { env });
    expect(prod.settings).toMatchObject({ project: "from-env", domain: "production" });
    expect(prod.settings.runs).toEqual({ keep: 5, dir: join(folder, "runs") });
    expect(prod.sources).toMatchObject({
      project: "FLYTE_DEFAULT_PROJECT",
      domain: "profile prod of flyte.config.mjs",
      "runs.dir": "TSFLYTE_RUNS_DIR",
    });
    const flags = await read(folder, { env, globals: { project: "from-flag", profile: "empty" } });
    expect(flags.settings).toMatchObject({ project: "from-flag", domain: "development" });
    expect(flags.sources).toMatchObject({ project: "--project", domain: "flyte.config.mjs" });
  });

  it("puts objects of several places together by member", async () => {
    const folder = temporaryFolder({ "flyte.config.mjs": CONFIG });
    const { settings, sources } = await read(folder, { globals: { profile: "prod" } });
    expect(settings.images).toEqual({ gpu: "ghcr.io/acme/gpu:v1", cpu: "ghcr.io/acme/cpu:v1" });
    expect(settings.environment).toEqual({ A: "1", B: "3" });
    expect(sources).toMatchObject({
      "environment.A": "flyte.config.mjs",
      "environment.B": "profile prod of flyte.config.mjs",
    });
  });

  it("leaves to the client of the cluster what variables say that it reads", async () => {
    const folder = temporaryFolder({ "flyte.config.mjs": CONFIG });
    const env = { FLYTE_PLATFORM_URL: "other:1", FLYTE_CREDENTIALS_CLIENT_SECRET: "env-hush" };
    const { settings, sources } = await read(folder, { env });
    expect(settings.cluster).toEqual({ auth: { clientId: "ada" } });
    expect(sources).toMatchObject({
      "cluster.endpoint": "FLYTE_PLATFORM_URL",
      "cluster.auth.clientSecret": "FLYTE_CREDENTIALS_CLIENT_SECRET",
    });
    expect(JSON.stringify(sources)).not.toContain("hush");
  });

  it("finds the configuration above a file that is given, and else above the working directory", async () => {
    const folder = temporaryFolder({
      "flyte.config.mjs": "export default { project: 'outer' };",
      "a/b/flyte.config.js": "export default { project: 'inner' };",
      "a/b/package.json": '{ "type": "module" }',
      "a/b/src/w.ts": "",
    });
    const project = async (cwd: string, file?: string) =>
      (await read(join(folder, cwd), { file })).settings.project;
    expect(await project(".")).toBe("outer");
    expect(await project("a")).toBe("outer");
    expect(await project("a/b/src")).toBe("inner");
    expect(await project(".", "a/b/src/w.ts")).toBe("inner");
    expect(await project("a/b", "../../flyte.config.mjs")).toBe("outer");
  });

  it("is the folder of the nearest package.json without a configuration, and keeps runs in the user's folder", async () => {
    const folder = temporaryFolder({ "package.json": "{}", "src/x.ts": "" });
    const project = await read(join(folder, "src"));
    expect(project).toMatchObject({ folder, root: folder, configFile: undefined, profiles: [] });
    expect(project.runsFolder).toBe("/srv/ada/.local/state/tsflyte/runs");
    expect((await read(folder, { env: { XDG_STATE_HOME: "/state" } })).runsFolder).toBe(
      "/state/tsflyte/runs",
    );
  });

  it("makes paths absolute: of a configuration from its folder, of variables from the working directory", async () => {
    const folder = temporaryFolder({
      "flyte.config.mjs": `export default { modules: ["src/w.ts"], root: "..", cache: ".cache", image: { repository: "a/b" } };`,
      "sub/x.ts": "",
    });
    const project = await read(join(folder, "sub"));
    expect(project.settings.modules).toEqual([join(folder, "src/w.ts")]);
    expect(project.root).toBe(join(folder, ".."));
    expect(project.runsFolder).toBe(join(folder, ".flyte/runs"));
    expect(project.cacheFolder).toBe(join(folder, ".cache"));
    expect(project.settings.image).toMatchObject({ context: folder, dockerfile: join(folder, "Dockerfile") });
    const env = { TSFLYTE_MODULES: "x.ts, y.ts" };
    expect((await read(join(folder, "sub"), { env })).settings.modules).toEqual([
      join(folder, "sub/x.ts"),
      join(folder, "sub/y.ts"),
    ]);
  });

  it("is the same project with another profile and with options over it", async () => {
    const folder = temporaryFolder({ "flyte.config.mjs": CONFIG });
    const project = await read(folder);
    expect(project.withProfile("prod").settings.domain).toBe("production");
    const changed = project.withSettings(
      { image: "b:2", environment: { C: "4" } },
      (setting) => `--${setting}`,
    );
    expect(changed.settings.environment).toEqual({ A: "1", B: "2", C: "4" });
    expect(changed.withProfile("prod").settings.image).toBe("b:2");
    expect(changed.sources["image"]).toBe("--image");
    expect(project.settings.image).toBe("ghcr.io/acme/tasks:v1");
  });

  it.each([
    ["TSFLYTE_CACHE", "no", false],
    ["TSFLYTE_CACHE", "true", true],
    ["FLYTE_LOCAL_CACHE_ENABLED", "0", false],
    ["TSFLYTE_CACHE", "/x/y", "/x/y"],
  ])("reads %s=%s", async (name, text, cache) => {
    const { settings } = await read(temporaryFolder({ "package.json": "{}" }), { env: { [name]: text } });
    expect(settings.cache).toBe(cache);
  });
});
