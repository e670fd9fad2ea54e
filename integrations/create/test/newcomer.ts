import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bounded } from "./bounded.js";

/** Somebody with Node, npm and a network, and nothing of ours. */
export interface Newcomer {
  readonly home: string;
  /** What a command line prints, in a folder of the newcomer's home. */
  run(line: string, folder?: string, seconds?: number): Promise<string>;
}

/** A newcomer whose npm is set to a registry. Programs of packages that were installed before are on the path. */
export function newcomer(home: string, registry: string, programs: readonly string[] = []): Newcomer {
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, ".npmrc"),
    `registry=${registry}\nupdate-notifier=false\nfund=false\naudit=false\n`,
  );
  const env = {
    HOME: home,
    PATH: [...programs, ...pathOfMachine()].join(delimiter),
    CI: "true",
    npm_config_yes: "true",
    // Yarn 1 installs what it creates with beside Node, and for root where all find it, unless it is told otherwise.
    PREFIX: join(home, ".local"),
    FAKEROOTKEY: "none",
    // Yarn 2 and later read no .npmrc.
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: "localhost",
    YARN_ENABLE_TELEMETRY: "false",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    // By default, packages that were published a minute ago are taken tomorrow.
    YARN_NPM_MINIMAL_AGE_GATE: "0",
    pnpm_config_minimum_release_age: "0",
  };
  return {
    home,
    run: (line, folder = ".", seconds = 120) => bounded(line, { cwd: join(home, folder), env, seconds }),
  };
}

/** The path without the programs of this repository, which whoever started the tests has put before it. */
function pathOfMachine(): readonly string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter((each) => !each.includes("node_modules"));
}
