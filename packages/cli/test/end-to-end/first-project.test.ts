import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { connect } from "@flytekit-ts/remote";
import { lacks } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { install } from "../support/a-project.js";
import { type Ended, runProgram } from "../support/run-program.js";

let cluster: TestCluster;
let home: string;
let project: string;

/** What somebody types in the project, on a machine where Flyte's configuration names the cluster. */
async function tsflyte(...argv: readonly string[]): Promise<Ended> {
  const env = {
    HOME: home,
    ...cluster.env,
    FLYTE_PLATFORM_URL: cluster.endpoint,
    FLYTE_PLATFORM_INSECURE: "true",
  };
  return await runProgram(argv, { cwd: project, env });
}

async function succeeds(...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await tsflyte(...argv);
  expect({ argv, code, stderr: code === 0 ? "" : stdout + stderr }).toEqual({ argv, code: 0, stderr: "" });
  return stdout;
}

function edit(file: string, from: string, to: string): void {
  const path = join(project, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** Registers what flytekit makes of a task in Python. */
async function registerPythonTask(): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, "grading.json"), "utf8");
  const spec = fromJson(TaskSpec, JSON.parse(text) as JsonValue);
  const remote = await connect({ endpoint: cluster.endpoint, insecure: true });
  const id = { ...spec.template?.id, project: "flytesnacks", domain: "development", version: "v1" };
  if (spec.template?.id !== undefined) Object.assign(spec.template.id, id);
  await remote.connection.admin.createTask({ id: spec.template?.id, spec });
  await remote.close();
}

describe.skipIf(lacks("versitygw"))("a first project", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    const image = await buildImage();
    const cwd = (): string => mkdtempSync(join(image.folder, "container-"));
    cluster = await startTestCluster({
      processes: { cwd, concurrency: 2, env: { PATH: image.path, HOME: image.folder } },
    });
    home = mkdtempSync(join(tmpdir(), "home-"));
    project = home;
    await succeeds("init", "garden", "--no-install", "--no-git");
    project = join(home, "garden");
    install(project);
  }, 300_000);
  afterAll(async () => {
    await cluster.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("runs here, and again after an edit", async () => {
    expect(await succeeds("run", "src/workflows.ts", "garden", "--rain", "3")).toBe(
      "3 beds took 15 litres.\n",
    );
    edit("src/workflows.ts", "took ${all} litres.", "drank ${all} litres.");
    expect(await succeeds("run", "src/workflows.ts", "garden")).toBe("3 beds drank 37.5 litres.\n");
    expect(await succeeds("runs", "list")).toMatch(/garden/);
  });

  it("is checked and packaged", async () => {
    await succeeds("check");
    await succeeds("package", "-o", "garden.tgz");
    expect(readFileSync(join(project, "garden.tgz")).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  it("runs on a cluster, in processes of its own, while somebody watches", async () => {
    const env = Object.entries(cluster.env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
    // Containers of this cluster are folders of this machine, which has no /app.
    await succeeds("register", "--version", "v1", "--destination", ".", ...env);
    await succeeds("run", "--remote", "--name", "watering-1", "garden:v1", "--rain", "4");
    const watched = await tsflyte("execution", "watch", "watering-1");
    expect(watched).toMatchObject({ code: 0, stdout: "3 beds drank 7.5 litres.\n" });
    expect(watched.stderr).toMatch(/✓ .*water/);
    expect(await succeeds("execution", "outputs", "watering-1")).toContain("3 beds drank 7.5 litres.");
  });

  it("takes in a task of Python, with its types", async () => {
    await registerPythonTask();
    await succeeds("pull", "grading.grade", "-o", "src/grading.ts");
    edit(
      "src/workflows.ts",
      "/** Starts the workflow every morning",
      `export const harvest = workflow({ name: "harvest", output: t.list(Crate) }, () =>
  grade({ apples: [{ variety: "Elstar", grams: 140 }], lightest: { Elstar: 120 } }),
);

/** Starts the workflow every morning`,
    );
    edit(
      "src/workflows.ts",
      'from "@flytekit-ts/workflow";',
      'from "@flytekit-ts/workflow";\nimport { Crate, grade } from "./grading.ts";',
    );
    expect(await succeeds("list")).toContain("harvest");
    await succeeds("check");
    await succeeds("pull", "--check", "src/grading.ts");
  });
});
