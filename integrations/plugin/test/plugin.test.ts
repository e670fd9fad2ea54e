import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { compile, type Downstream, install, packAll, run } from "@flytekit-ts/downstream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strayNames } from "./stray-names.js";

const PAGE = join(import.meta.dirname, "../../../docs/guide/write-a-plugin.md");
const FOLDER = join(import.meta.dirname, "..");
const own = (file: string) => readFileSync(join(FOLDER, file), "utf8");

describe("the page", () => {
  const shown = [...readFileSync(PAGE, "utf8").matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(
    ([, file = "", code]) => [file, code] as const,
  );

  it("shows the files of the package, whole", () => {
    expect(shown.map(([file]) => file)).toEqual([
      "package/src/money.ts",
      "package/src/query-task.ts",
      "package/src/team-task.ts",
      "package/package.json",
    ]);
    // The formatter breaks the lines of JSON in pages where it does not in files.
    const whole = (file: string, text: string): unknown => (file.endsWith(".json") ? JSON.parse(text) : text);
    for (const [file, code = ""] of shown)
      expect([file, whole(file, code)]).toEqual([file, whole(file, own(file))]);
  });
});

describe("the type of the page", () => {
  it("takes no more than eight lines", () => {
    expect(own("package/src/money.ts").trimEnd().split("\n").length).toBeLessThanOrEqual(8);
  });
});

describe("the packages on top", () => {
  const packages = join(FOLDER, "../../packages");
  const onTop = readdirSync(packages).filter((name) => existsSync(join(packages, name, "dist")));

  it.each(onTop)("finds all that the declarations and source maps of %s name", (name) => {
    expect(strayNames(join(packages, name))).toEqual([]);
  });
});

describe("the plugin, from packed tarballs", () => {
  let downstream: Downstream;
  let app: string;
  let faults: string;

  beforeAll(async () => {
    downstream = await packAll();
    const plugin = downstream.copy(join(FOLDER, "package"));
    await install(plugin, ...downstream.tarballs);
    faults = await compile(plugin);
    const [, tarball = ""] = /(\S+\.tgz)\s*$/.exec(await run("npm", ["pack", "--silent"], plugin)) ?? [];
    app = downstream.copy(join(FOLDER, "app"));
    await install(app, ...downstream.tarballs, join(plugin, tarball));
  }, 240_000);
  afterAll(() => downstream.remove());

  it("is built with nothing but what is published", () => {
    expect(faults).toBe("");
  });

  it.each(["models", "core", "workflow", "local-exec"])(
    "finds all that the declarations and source maps of %s name",
    (name) => {
      expect(strayNames(join(app, "node_modules/@flytekit-ts", name))).toEqual([]);
    },
  );

  it("uses entries for plugin authors alone", () => {
    const sources = ["money", "query-task", "team-task"].map((name) => own(`package/src/${name}.ts`));
    const entries = sources.flatMap((source) => [...source.matchAll(/from "(@flytekit-ts\/.*?)"/g)]);
    expect(new Set(entries.map(([, entry]) => entry))).toEqual(
      new Set(["@flytekit-ts/core", "@flytekit-ts/core/types", "@flytekit-ts/core/tasks"]),
    );
  });

  it("is typed for its users, and refuses wrong wiring", async () => {
    expect(await compile(app)).toBe("");
  });

  it("runs here, and is registered with what it says", async () => {
    const printed = (await run(process.execPath, ["main.js"], app)).trimEnd().split("\n");
    const promised = [...own("app/main.ts").matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(
      ([, line]) => line,
    );
    expect(promised).toHaveLength(3);
    expect(printed).toEqual(promised);
  });
});
