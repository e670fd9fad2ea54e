import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Downstream, type Manifest, packAll, run } from "@flytekit-ts/downstream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalRegistry, startRegistry } from "./registry.js";
import { standInsFor } from "./stand-ins.js";
import { type Newcomer, newcomer } from "./newcomer.js";

const PACKAGES = ["models", "core", "workflow", "local-exec", "runtime", "remote", "cli", "create"];

/** How each package manager makes a project, and runs scripts and programs in it. */
const managers = [
  { name: "npm", create: "npm create @flytekit-ts@latest garden", run: "npm run", exec: "npx" },
  {
    name: "pnpm",
    needs: "pnpm@12.21.0",
    create: "pnpm create @flytekit-ts garden",
    run: "pnpm run",
    exec: "pnpm exec",
  },
  {
    name: "yarn",
    needs: "yarn@1.22.22",
    create: "yarn create @flytekit-ts garden",
    run: "yarn run",
    exec: "yarn run",
  },
  {
    name: "yarn 4",
    needs: "@yarnpkg/cli-dist@4.18.1",
    create: "yarn dlx @flytekit-ts/create garden",
    run: "yarn run",
    exec: "yarn run",
  },
] as const;

describe("a newcomer's first project", { timeout: 300_000 }, () => {
  let downstream: Downstream;
  let registry: LocalRegistry;
  let standIns: Promise<void> | undefined;

  beforeAll(async () => {
    downstream = await packAll(PACKAGES);
    registry = await startRegistry(downstream.root, downstream.tarballs);
  }, 240_000);
  afterAll(async () => {
    await registry.close();
    // Some hundred thousand small files: not one after the other.
    await rm(downstream.root, { recursive: true, force: true });
  }, 600_000);

  async function publishStandIns(): Promise<void> {
    const installed = join(downstream.root, "home of npm/garden/node_modules");
    await registry.publish(await standInsFor(installed, registry.url, downstream.root));
  }

  /** A newcomer who has this package manager. */
  async function whoHas(name: string, needs?: string): Promise<Newcomer> {
    // Yarn 1 itself cannot create anything below a folder with a blank.
    const home = join(downstream.root, name === "yarn" ? "home-of-yarn" : `home of ${name}`);
    const plain = newcomer(home, registry.url);
    if (needs === undefined) return plain;
    await plain.run(`npm install --no-save --prefix tools ${needs}`);
    return newcomer(home, registry.url, [join(home, "tools/node_modules/.bin")]);
  }

  it("installs nothing that is in the command line already, with whose licence it comes", async () => {
    const tarball = downstream.tarballs.find((each) => each.includes("flytekit-ts-cli-")) ?? "";
    const inside = (file: string): Promise<string> => run("tar", ["-xzOf", tarball, `package/${file}`], "/");
    const { dependencies } = JSON.parse(await inside("package.json")) as Manifest;
    const licenses = await inside("dist/licenses.txt");
    const bundled = [...licenses.matchAll(/^(\S+) \d\S* \(/gm)].map(([, name = ""]) => name);
    expect(bundled).toEqual(expect.arrayContaining(["commander", "get-tsconfig", "fast-string-width"]));
    expect(bundled.filter((name) => dependencies?.[name] !== undefined)).toEqual([]);
    expect(licenses.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(2);
  });

  it.each(managers)("made with $name runs, tests, type-checks and packages", async (manager) => {
    const { name, create, run: script, exec } = manager;
    const who = await whoHas(name, "needs" in manager ? manager.needs : undefined);
    if (name.startsWith("yarn")) await (standIns ??= publishStandIns());
    expect(await who.run(create, ".", 200)).toContain("Created garden in ");
    expect(readdirSync(join(who.home, "garden/node_modules/@flytekit-ts"))).toEqual(
      expect.arrayContaining(["cli", "local-exec", "runtime", "workflow"]),
    );
    expect(readFileSync(join(who.home, "garden/.gitignore"), "utf8")).toContain("node_modules");
    expect(await who.run(`${exec} tsflyte run src/workflows.ts garden --rain 3`, "garden")).toContain(
      "3 beds took 15 litres.",
    );
    expect(await who.run(`${script} test`, "garden")).toMatch(/4 passed/);
    for (const each of ["typecheck", "check", "package", "package"])
      await who.run(`${script} ${each}`, "garden");
    expect(readdirSync(join(who.home, "garden")).filter((each) => each.endsWith(".tgz"))).toHaveLength(1);
    const of = (file: string): string => readFileSync(join(who.home, "garden", file), "utf8");
    // The image and the CI install with what is there, by the package manager that made the project.
    const [, copied = ""] = /^COPY (package\.json .*) \.\/$/m.exec(of("Dockerfile")) ?? [];
    expect(copied.split(" ").filter((file) => !existsSync(join(who.home, "garden", file)))).toEqual([]);
    const ci = /- run: (\w+ (?:ci|install --(?:frozen-lockfile|immutable)))$/m;
    const [, clean = ""] = ci.exec(of(".github/workflows/ci.yml")) ?? [];
    // A lockfile of npm lists what its registry had, and `npm ci` fails where that lacked a platform: stand-ins came later.
    expect(await who.run(name === "npm" ? "npm install" : clean, "garden")).not.toMatch(/npm warn/);
  });

  it("made for yarn runs with its Plug'n'Play, too", async () => {
    const who = await whoHas("yarn 4", "@yarnpkg/cli-dist@4.18.1");
    const [from, to] = [join(who.home, "garden"), join(who.home, "plug-n-play")];
    cpSync(from, to, { recursive: true, filter: (path) => !/node_modules|\.yarnrc\.yml|\.tgz$/.test(path) });
    writeFileSync(join(to, ".yarnrc.yml"), "nodeLinker: pnp\n");
    await who.run("yarn install", "plug-n-play", 200);
    expect(readdirSync(to)).not.toContain("node_modules");
    expect(await who.run("yarn run tsflyte run src/workflows.ts garden --rain 3", "plug-n-play")).toContain(
      "3 beds took 15 litres.",
    );
    // Not the types: TypeScript 7 finds no packages in archives.
    for (const each of ["check", "package"]) await who.run(`yarn run ${each}`, "plug-n-play");
    expect(readdirSync(to).filter((each) => each.endsWith(".tgz"))).toHaveLength(1);
  });
});
