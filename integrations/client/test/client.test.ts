import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { startAdmin } from "@flytekit-ts/admin";
import { compile, type Downstream, install, packAll } from "@flytekit-ts/downstream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "..");
const OLD = join(
  dirname(createRequire(import.meta.url).resolve("typescript-5.7/package.json")),
  "bin",
  "tsc",
);
const ended = promisify(execFile);

describe("a program that speaks to a cluster, from packed tarballs", { timeout: 120_000 }, () => {
  let downstream: Downstream;
  let app: string;

  beforeAll(async () => {
    downstream = await packAll(["models", "core", "workflow", "remote"]);
    app = downstream.copy(join(FOLDER, "app"));
    await install(app, ...downstream.tarballs);
  }, 240_000);
  afterAll(() => downstream.remove());

  it("compiles without the DOM and without Node's types", async () => {
    expect(await compile(app)).toBe("");
  });

  it("compiles with TypeScript 5.7", async () => {
    const found = ended(process.execPath, [OLD], { cwd: app }).catch((error: unknown) => error);
    expect(await found).toMatchObject({ stdout: "" });
  });

  it("speaks to a cluster, without the optional packages", async () => {
    const admin = await startAdmin();
    const env = { ...process.env, FLYTE_PLATFORM_URL: admin.endpoint, FLYTE_PLATFORM_INSECURE: "true" };
    const { stdout, stderr } = await ended(process.execPath, [join(app, "main.js")], { cwd: app, env });
    await admin.close();
    expect([stdout, stderr]).toEqual(["flytesnacks CLUSTER_ENTITY_NOT_FOUND\n", ""]);
  });
});
