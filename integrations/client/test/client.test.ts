import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { type Downstream, install, packAll } from "@flytekit-ts/downstream";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "..");
const { resolve } = createRequire(import.meta.url);
const compilers = ["typescript-5.7", "typescript"];
const ended = promisify(execFile);

describe("a program that speaks to a cluster, from packed tarballs", () => {
  let downstream: Downstream;
  let app: string;
  let admin: Admin;

  beforeAll(async () => {
    downstream = await packAll(["models", "core", "workflow", "local-exec", "remote"]);
    app = downstream.copy(join(FOLDER, "app"));
    await install(app, ...downstream.tarballs);
    admin = await startAdmin();
    // Compiled once, for the tests that run it.
    await compile("typescript", "--module", "nodenext");
  }, 240_000);
  afterAll(async () => {
    await admin.close();
    downstream.remove();
  });

  /** What a compiler finds in the app. */
  async function compile(compiler: string, ...options: readonly string[]): Promise<string> {
    const tsc = join(dirname(resolve(`${compiler}/package.json`)), "bin", "tsc");
    const done = ended(process.execPath, [tsc, ...options], { cwd: app });
    const found = await done.catch((error: unknown) => error);
    return (found as { readonly stdout: string }).stdout;
  }

  /** What a program prints. It fails if the program does, or goes on after its last line. */
  async function printed(...args: readonly string[]): Promise<readonly [string, string]> {
    const env = { ...process.env, FLYTE_PLATFORM_URL: admin.endpoint, FLYTE_PLATFORM_INSECURE: "true" };
    const { stdout, stderr } = await ended(process.execPath, [...args], { cwd: app, env, timeout: 60_000 });
    return [stdout, stderr];
  }

  it.each(compilers)("compiles with %s, without the DOM and without Node's types", async (compiler) => {
    expect(await compile(compiler, "--noEmit")).toBe("");
    expect(await compile(compiler, "--noEmit", "--module", "node16")).toBe("");
    expect(await compile(compiler, "--noEmit", "--module", "esnext", "--moduleResolution", "bundler")).toBe(
      "",
    );
  });

  it.each(compilers)("exports what `isolatedDeclarations` takes, with %s", async (compiler) => {
    const found = await compile(compiler, "--declaration", "--isolatedDeclarations", "--noEmit");
    expect(found).toContain("main.ts");
    expect(found).not.toContain("exported.ts");
  });

  it("speaks to a cluster, without the optional packages", async () => {
    expect(await printed("main.js")).toEqual(["flytesnacks CLUSTER_ENTITY_NOT_FOUND\n", ""]);
  });

  it("speaks to a cluster from CommonJS", async () => {
    expect(await printed("common.cjs")).toEqual(["flytesnacks\n", ""]);
  });

  it("takes entities of another copy of the authoring packages", async () => {
    const [from, to] = ["node_modules/@flytekit-ts", "other/node_modules/@flytekit-ts"];
    for (const name of ["models", "core", "workflow"])
      cpSync(join(app, from, name), join(app, to, name), { recursive: true });
    expect(await printed("copies.mjs")).toEqual(["7 2 36\n", ""]);
  });

  describe("where the keyring is installed", () => {
    beforeAll(async () => {
      await install(app, ...downstream.tarballs, "@napi-rs/keyring@2.1.2");
    }, 240_000);

    it("is bundled by esbuild", async () => {
      const options = { bundle: true, platform: "node", format: "cjs", logLevel: "silent" } as const;
      await build({ ...options, entryPoints: [join(app, "listing.js")], outfile: join(app, "bundled.cjs") });
      expect((await printed("bundled.cjs"))[0]).toBe("flytesnacks\n");
    });

    it("is bundled by rolldown", async () => {
      const bundle = await rolldown({ input: join(app, "listing.js"), platform: "node", logLevel: "silent" });
      await bundle.write({ dir: join(app, "rolled"), format: "esm", entryFileNames: "[name].mjs" });
      expect((await printed("rolled/listing.mjs"))[0]).toBe("flytesnacks\n");
    });
  });
});
