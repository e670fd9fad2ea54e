import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compile, type Downstream, packAll } from "@flytekit-ts/downstream";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Installed, installRuntimes, npmInstall, run } from "./runtimes.js";

const APP = join(import.meta.dirname, "../app");
const NODES = ["node20", "node22", "node24", "node26"];
const TSX = dirname(createRequire(import.meta.url).resolve("tsx/package.json"));
const said = ["n0 stdout worker has 3", "n1 stderr process has 9"];

/** Loads every entry of local-exec, and prints which of them export something. */
const LOAD_ENTRIES = `
  import { readFileSync } from "node:fs";
  const { exports } = JSON.parse(readFileSync("node_modules/@flytekit-ts/local-exec/package.json", "utf8"));
  const entries = Object.keys(exports).filter((each) => !each.endsWith(".json"));
  const found = [];
  for (const entry of entries)
    if (Object.keys(await import("@flytekit-ts/local-exec" + entry.slice(1))).length > 0) found.push(entry);
  console.log(JSON.stringify({ entries, found }));
`;

/** Prints the packages of which a program loads modules that runs a task here. */
const LOADED_PACKAGES = `
  import { registerHooks } from "node:module";
  const packages = new Set();
  const load = (url, context, next) => {
    packages.add(/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]);
    return next(url, context);
  };
  registerHooks({ load });
  const { runLocal } = await import("@flytekit-ts/local-exec");
  const { task } = await import("@flytekit-ts/workflow");
  await runLocal(task({ name: "nothing" }, () => {}));
  packages.delete(undefined);
  console.log(JSON.stringify([...packages].sort()));
`;

describe("local runs, from packed tarballs", () => {
  let downstream: Downstream;
  let app: string;
  let bare: string;
  let installed: Installed;
  let faults: string;

  beforeAll(async () => {
    [downstream, installed] = await Promise.all([packAll(), installRuntimes()]);
    [app, bare] = [downstream.copy(APP), downstream.copy(join(APP, "local"), "bare")];
    await npmInstall(bare, ...downstream.tarballs);
    await npmInstall(app, ...downstream.tarballs);
    installed.addTo(app);
    symlinkSync(TSX, join(app, "node_modules/tsx"), "junction");
    faults = await compile(app);
  }, 600_000);
  afterAll(() => downstream?.remove(), 120_000);

  const node = (name: string, ...args: readonly string[]): Promise<string> =>
    run(installed.program(name), args, { cwd: app });
  const inBare = (name: string, code: string): Promise<string> =>
    run(installed.program(name), ["--input-type=module", "-e", code], { cwd: bare });

  it("are built", () => {
    expect(faults).toBe("");
  });

  it("are a clean installation without the optional peers", async () => {
    // It fails if anything is missing or does not fit.
    expect(await run("npm", ["ls", "--all"], { cwd: bare })).toContain("@flytekit-ts/local-exec@");
    for (const peer of ["esbuild", "vitest", "@opentelemetry/api"])
      await expect(inBare("node26", `await import("${peer}")`)).rejects.toThrow("ERR_MODULE_NOT_FOUND");
  });

  it.each(NODES)("%s loads every entry without the optional peers", async (name) => {
    const { entries, found } = JSON.parse(await inBare(name, LOAD_ENTRIES)) as Record<string, string[]>;
    expect(entries).toEqual([
      ".",
      "./journal",
      "./testing",
      "./otel",
      "./reporter",
      "./worker",
      "./vitest",
      "./code",
    ]);
    expect(found).toEqual(entries);
  });

  it("load no package for what a run does not use", async () => {
    expect(JSON.parse(await inBare("node24", LOADED_PACKAGES))).toEqual([
      "@flytekit-ts/core",
      "@flytekit-ts/local-exec",
      "@flytekit-ts/workflow",
    ]);
  });

  it.each(NODES)("%s isolates tasks in what tsc has built", async (name) => {
    expect(lastOf(await node(name, "dist/local/isolated.js"))).toEqual({ result: 10, said });
  });

  it.each(["node22", "node24", "node26"])("%s isolates tasks in the sources", async (name) => {
    expect(lastOf(await node(name, "local/isolated.ts"))).toEqual({ result: 10, said });
  });

  it.each(NODES)("%s isolates tasks in the sources with tsx", async (name) => {
    expect(lastOf(await node(name, "--import", "tsx", "local/isolated.ts"))).toEqual({ result: 10, said });
  });

  it.each(NODES)("%s goes on with a run whose process was killed", async (name) => {
    for (const left of ["runs", "ran.txt"]) rmSync(join(app, left), { recursive: true, force: true });
    const begun = run(installed.program(name), ["dist/local/begin.js"], { cwd: app, env: { KILLED: "1" } });
    await expect(begun).rejects.toThrow("failed");
    expect(await node(name, "dist/local/resume.js")).toBe("interrupted 40\n");
    expect(readFileSync(join(app, "ran.txt"), "utf8")).toBe("first second second ");
  });

  it.each(NODES)("%s shows a run in a pipe, and what its tasks print once", async (name) => {
    const lines = (await node(name, "dist/local/shown.js")).trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/ (after )?[\d.]+ ?m?s\b/g, ""))).toEqual([
      "isolated started",
      "worker has 3",
      expect.stringMatching(/in-worker \(n0\)$/),
      expect.stringMatching(/in-process \(n1\)$/),
      expect.stringContaining("isolated succeeded"),
    ]);
  });

  describe("a bundle", () => {
    const bundle = (outfile: string, more: object): Promise<unknown> =>
      build({
        ...{ bundle: true, format: "esm", platform: "node", logLevel: "silent", ...more },
        stdin: {
          contents: 'export * from "./tasks.ts"; import "./isolated.ts";',
          resolveDir: join(app, "local"),
          loader: "ts",
        },
        outfile: join(app, outfile),
      });

    it.each(["node20", "node26"])("of the app isolates tasks: %s", async (name) => {
      await bundle("bundle.mjs", { packages: "external" });
      expect(lastOf(await node(name, "bundle.mjs"))).toEqual({ result: 10, said });
    });

    it.each(["node20", "node26"])("of everything says why it cannot: %s", async (name) => {
      await bundle("whole.mjs", {});
      const { result } = lastOf(await node(name, "whole.mjs")) as { readonly result: string };
      expect(result).toContain("[ISOLATION_MODULE_UNLOADABLE]");
      expect(result).toContain("@flytekit-ts/local-exec is part of a bundle");
      expect(result).toContain("--packages=external");
    });
  });
});

/** What the last line is as JSON: what isolated tasks print comes before it. */
function lastOf(output: string): unknown {
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
