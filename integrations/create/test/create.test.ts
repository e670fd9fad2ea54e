import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Downstream, packAll } from "@flytekit-ts/downstream";
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

  it.each(managers)("made with $name runs, tests, type-checks and packages", async (manager) => {
    const { name, create, run, exec } = manager;
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
    expect(await who.run(`${run} test`, "garden")).toMatch(/4 passed/);
    await who.run(`${run} typecheck`, "garden");
    await who.run(`${run} check`, "garden");
    await who.run(`${run} package`, "garden");
    expect(readdirSync(join(who.home, "garden")).filter((each) => each.endsWith(".tgz"))).toHaveLength(1);
  });
});
