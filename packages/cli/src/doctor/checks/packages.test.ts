import { realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, found } from "../../../test/doctor/a-patient.js";
import { ownFolder } from "../../init/own-package.js";
import { packages } from "./packages.js";

const OWN = realpathSync(ownFolder());
const manifest = (name: string, version: string, dependencies: Record<string, string> = {}) => ({
  ...{ name: `@flytekit-ts/${name}`, version, type: "module", dependencies },
  exports: { ".": "./index.js", "./package.json": "./package.json" },
});
const core = (folder: string, version: string, contract: number) => ({
  [`${folder}/package.json`]: manifest("core", version),
  [`${folder}/index.js`]: `export const t = { int: () => ({ [Symbol.for("@flytekit-ts/contract")]: { contract: ${contract}, version: "${version}" } }) };`,
});
const ours = { "node_modules/@flytekit-ts/cli@": OWN };
const project = (...names: readonly string[]) => ({
  "package.json": {
    dependencies: Object.fromEntries(names.map((name) => [name, "*"])),
    devDependencies: { "@flytekit-ts/cli": "*" },
  },
});
const other = (contract: number) => ({
  ...core("node_modules/acme/node_modules/@flytekit-ts/core", "0.0.9", contract),
  "node_modules/acme/package.json": {
    name: "acme",
    version: "1.0.0",
    dependencies: { "@flytekit-ts/core": "*" },
  },
});

describe("packages", () => {
  it("are good where each is there once", async () => {
    const [finding] = await found(packages, aFolder({ ...project(), ...ours }));
    expect(finding).toMatch(/^ok: 7 packages of flytekit-ts, each once/);
  });

  it("are missed where they are not installed", async () => {
    const findings = await found(packages, aFolder(project("@flytekit-ts/workflow")));
    expect(findings[0]).toBe("problem: @flytekit-ts/cli, @flytekit-ts/workflow are not installed");
  });

  it.each([
    [1, /^warning: there is more than one @flytekit-ts\/core: /],
    [2, /^problem: copies of @flytekit-ts\/core do not understand each other \(contracts 1, 2\): /],
  ])("are found twice below another package, with contracts 1 and %d", async (contract, finding) => {
    const files = {
      ...project("@flytekit-ts/core", "acme"),
      ...core("node_modules/@flytekit-ts/core", "0.0.8", 1),
    };
    const folder = aFolder({ ...files, ...other(contract) });
    const findings = await found(packages, folder);
    const said = findings.find((each) => finding.test(each)) ?? "";
    expect(findings).toContainEqual(expect.stringMatching(finding));
    expect(said).toContain("0.0.9 in ");
    expect(said).toContain(join("acme", "node_modules"));
  });

  it("may be newer than the command line, or have one of their own", async () => {
    const newer = { ...project("@flytekit-ts/core"), ...core("node_modules/@flytekit-ts/core", "9.1.0", 1) };
    const findings = await found(packages, aFolder({ ...newer, ...ours }));
    expect(findings).toContainEqual(
      expect.stringContaining("is older than @flytekit-ts/core 9.1.0 of the project"),
    );
    const own = aFolder({
      ...project(),
      "node_modules/@flytekit-ts/cli/package.json": manifest("cli", "0.0.0"),
    });
    expect((await found(packages, own))[0]).toMatch(
      /^warning: this tsflyte is not the one of the project, 0\.0\.0 in /,
    );
  });

  it("are not looked for where there are none, or in archives", async () => {
    expect(await found(packages, aFolder())).toEqual(["skipped: there is no package.json here"]);
    expect(await found(packages, aFolder({ "package.json": {} }))).toEqual([
      "warning: the project has none of our packages",
    ]);
    expect((await found(packages, aFolder({ "package.json": {}, ".pnp.cjs": "" })))[0]).toMatch(
      /^skipped: Yarn/,
    );
  });
});
