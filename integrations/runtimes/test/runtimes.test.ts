import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type Downstream, packAll } from "@flytekit-ts/downstream";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Installed, installRuntimes, npmInstall, run } from "./runtimes.js";

const PAGE = join(import.meta.dirname, "../../../docs/guide/install.md");
const own = (file: string) => readFileSync(join(import.meta.dirname, "..", file), "utf8");

describe("the page", () => {
  const shown = [...readFileSync(PAGE, "utf8").matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(
    ([, file = "", code]) => [file, code] as const,
  );

  it("shows the files of the app, whole", () => {
    expect(shown.map(([file]) => file)).toEqual([
      "app/package.json",
      "app/tsconfig.json",
      "app/src/area.ts",
      "app/src/main.ts",
      "app/vitest/area.test.ts",
      "app/node-test/area.test.ts",
      "app/jest/area.test.ts",
    ]);
    // The formatter breaks the lines of JSON in pages where it does not in files.
    const whole = (file: string, text: string): unknown => (file.endsWith(".json") ? JSON.parse(text) : text);
    for (const [file, code = ""] of shown)
      expect([file, whole(file, code)]).toEqual([file, whole(file, own(file))]);
  });

  it("names the pinned versions of what it tells to install", () => {
    const page = readFileSync(PAGE, "utf8");
    for (const name of ["@flytekit-ts/workflow", "@flytekit-ts/local-exec", "typescript", "@types/node"])
      expect(page).toMatch(new RegExp(`npm i(nstall)? .*${name}`));
  });
});

const LINES = own("app/src/report.ts").split("\n");

/** Where a line of `report.ts` is that ends with a mark. */
function marked(mark: string, offset = 0): string {
  const line = LINES.findIndex((each) => each.endsWith(` // ${mark}`)) + 1 + offset;
  if (line <= 0) throw new Error(`no line ends with // ${mark}`);
  return `src/report.ts:${line}`;
}

const MARKS = ["cube", "call", "argument", "at the end", "refused", "lost", "outside"];
const places: { readonly [mark: string]: string | undefined } = Object.fromEntries(
  MARKS.map((mark) => [mark, marked(mark)]),
);
/** A function that ends in a call has no frame on Bun: the workflow is the next that is known. */
const placesOnBun: typeof places = { ...places, "at the end": marked("at the end", -1) };

const withoutLost = ({ lost: _lost, ...others }: typeof places) => others;

const modules = (folder: string, extension: string) => [
  `task-module ${folder}area.${extension} task-name square`,
  `task-module ${folder}report.${extension} task-name cube`,
  `task-module ${folder}area.${extension} task-name square`,
];
const built = { places, modules: modules("dist/src/", "js") };
const source = { places, modules: modules("src/", "ts") };
const loaded = ["square", "cube"];

describe("hello, from packed tarballs", () => {
  let downstream: Downstream;
  let app: string;
  let installed: Installed;
  let faults: string;

  beforeAll(async () => {
    [downstream, installed] = await Promise.all([packAll(), installRuntimes()]);
    app = downstream.copy(join(import.meta.dirname, "../app"));
    await npmInstall(app, ...downstream.tarballs);
    installed.addTo(app);
    faults = await compile(app);
  }, 600_000);
  afterAll(() => downstream?.remove(), 120_000);

  const runtime = (name: string): string => installed.program(name);
  const reported = async (program: string, ...args: readonly string[]): Promise<unknown> =>
    JSON.parse(await run(program, args, { cwd: app }));

  it("is built with the tsconfig of the page", () => {
    expect(faults).toBe("");
  });

  describe.each(["node20", "node22", "node24", "node26"])("%s", (name) => {
    it("runs what tsc has built", async () => {
      expect(await run(runtime(name), ["dist/src/main.js"], { cwd: app })).toBe("144\n");
      expect(await reported(runtime(name), "dist/src/print-report.js")).toEqual({ ...built, loaded });
    });

    it("runs it with source maps of its own", async () => {
      const flags = ["--enable-source-maps", "dist/src/print-report.js"];
      expect(await reported(runtime(name), ...flags)).toEqual({ ...built, loaded });
    });

    it("runs it with frozen intrinsics, where wrappers are not known", async () => {
      const flags = ["--frozen-intrinsics", "dist/src/print-report.js"];
      expect(await reported(runtime(name), ...flags)).toEqual({
        ...built,
        places: withoutLost(places),
        loaded,
      });
    });
  });

  it.each(["node22", "node24", "node26"])("%s runs the sources", async (name) => {
    expect(await run(runtime(name), ["src/main.ts"], { cwd: app })).toBe("144\n");
    expect(await reported(runtime(name), "src/print-report.ts")).toEqual({ ...source, loaded });
  });

  it("bun runs the sources", async () => {
    expect(await run(runtime("bun"), ["src/main.ts"], { cwd: app })).toBe("144\n");
    expect(await reported(runtime("bun"), "src/print-report.ts")).toEqual({
      ...source,
      places: placesOnBun,
      loaded,
    });
  });

  it("bun runs what tsc has built", async () => {
    expect(await reported(runtime("bun"), "dist/src/print-report.js")).toEqual({
      ...built,
      places: placesOnBun,
      loaded,
    });
  });

  it("deno runs what tsc has built", async () => {
    expect(await reported(runtime("deno"), "run", "-A", "dist/src/print-report.js")).toEqual({
      ...built,
      loaded,
    });
  });

  it("deno runs the sources", async () => {
    expect(await run(runtime("deno"), ["run", "-A", "src/main.ts"], { cwd: app })).toBe("144\n");
    expect(await reported(runtime("deno"), "run", "-A", "src/print-report.ts")).toEqual({
      ...source,
      loaded,
    });
  });

  describe.each([
    ["vitest", source, ["vitest/vitest.mjs", "run", "--dir", "vitest"]],
    ["jest", built, ["jest/bin/jest.js", "dist/jest"]],
    ["node:test", built, ["", "--test", "dist/node-test/area.test.js", "dist/node-test/report.test.js"]],
  ] as const)("%s", (name, expected, [bin, ...args]) => {
    it("runs the test of the page, and knows the places", async () => {
      const report = join(app, `${name.replace(":", "-")}.json`);
      const env = {
        REPORT: report,
        ...(name === "jest" ? { NODE_OPTIONS: "--experimental-vm-modules" } : {}),
      };
      const command = bin === "" ? args : [join("node_modules", bin), ...args];
      await run(process.execPath, command, { cwd: app, env });
      expect(JSON.parse(readFileSync(report, "utf8"))).toEqual(expected);
    });
  });

  it("needs the flag of the page for Jest", async () => {
    const failing = run(process.execPath, ["node_modules/jest/bin/jest.js", "dist/jest"], { cwd: app });
    await expect(failing).rejects.toThrow("Must use import to load ES Module");
  });

  describe("a minified bundle", () => {
    const bundle = (entry: string, outfile: string) =>
      build({
        stdin: { contents: entry, resolveDir: join(app, "src"), loader: "ts" },
        outfile: join(app, outfile),
        ...{
          bundle: true,
          minify: true,
          sourcemap: true,
          format: "esm",
          platform: "node",
          logLevel: "silent",
        },
      });
    const program =
      'import { report } from "./report.ts"; console.log(JSON.stringify(report(process.cwd())));';

    it.each(["node20", "node26", "bun", "deno"])("has the places of its sources: %s", async (name) => {
      await bundle(`export * from "./report.ts"; export * from "./area.ts"; ${program}`, "bundle.mjs");
      const module = "task-module bundle.mjs task-name";
      // One module has both the wrapper and its tasks, so none is lost.
      const args = name === "deno" ? ["run", "-A", "bundle.mjs"] : ["bundle.mjs"];
      expect(await reported(runtime(name), ...args)).toEqual({
        places: withoutLost(name === "bun" ? placesOnBun : places),
        modules: [`${module} square`, `${module} cube`, `${module} square`],
      });
    });

    it("that exports nothing is refused", async () => {
      await bundle(program, "silent.mjs");
      for (const name of ["node20", "bun"]) {
        const failing = run(runtime(name), ["silent.mjs"], { cwd: app });
        await expect(failing).rejects.toThrow(
          "[TASK_NOT_REACHABLE] No export of the module silent.mjs is or uses",
        );
      }
    });
  });

  describe("the compiler", () => {
    const options = { target: "es2023", lib: ["es2023"], types: [], strict: true, noEmit: true };
    const project = (name: string, more: object, files: Readonly<Record<string, string>>): string => {
      const folder = downstream.copy(join(import.meta.dirname, "../app/src"), name);
      const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
      write("package.json", JSON.stringify({ name, private: true }));
      const compilerOptions = { ...options, ...more };
      write("tsconfig.json", JSON.stringify({ compilerOptions, files: Object.keys(files) }));
      for (const [file, text] of Object.entries(files)) write(file, text);
      cpSync(join(app, "node_modules"), join(folder, "node_modules"), { recursive: true, filter: isOurs });
      return folder;
    };
    const isOurs = (path: string): boolean =>
      /node_modules$|node_modules[/\\]@(flytekit-ts|bufbuild)/.test(path);
    const ENTRIES = [
      ...[
        "core",
        "core/types",
        "core/tasks",
        "core/errors",
        "core/literals",
        "core/graph",
        "core/casts",
        "core/pulled",
        "core/storage",
      ],
      ...["workflow", "workflow/compile", "workflow/checks", "workflow/serialize", "local-exec"],
      ...["models", "models/json", "models/core", "models/admin", "models/service"],
    ];

    it("needs neither the DOM nor @types/node for our declarations", async () => {
      const text = ENTRIES.map((entry, index) => `export * as e${index} from "@flytekit-ts/${entry}";`).join(
        "\n",
      );
      const files = { "all.mts": text };
      expect(await compile(project("bare", { module: "nodenext", skipLibCheck: false }, files))).toBe("");
    });

    it("takes CommonJS with nodenext, and not with node16, as the page says", async () => {
      const files = {
        "main.cts": 'import { t } from "@flytekit-ts/workflow";\nexport const int = t.int();\n',
      };
      expect(await compile(project("cjs", { module: "nodenext" }, files))).toBe("");
      expect(await compile(project("cjs16", { module: "node16" }, files))).toContain("error TS1479");
    });

    it("needs strict, as the page says", async () => {
      const wrong = own("app/src/area.ts").replace("square({ x: side })", "square({ x: undefined })");
      const files = { "main.mts": wrong };
      expect(await compile(project("loose", { module: "nodenext", strict: false }, files))).toBe("");
      expect(await compile(project("strict", { module: "nodenext" }, files))).toContain("error TS");
    });
  });

  it("is loaded by require", async () => {
    const code = 'console.log(typeof require("@flytekit-ts/workflow").task)';
    for (const name of ["node20", "node22", "node26"]) {
      expect(await run(runtime(name), ["--input-type=commonjs", "-e", code], { cwd: app })).toBe(
        "function\n",
      );
    }
  });
});
