import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PLANTED } from "./endings.js";
import { aProject } from "../support/a-project.js";

const WORKFLOWS = `import { approve, cron, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
const int = t.int();
const pin = { group: "bank", key: "pin" };
export const one = task({ name: "lab.one", inputs: { x: int }, output: int, cache: { version: "1" } }, ({ x }) => x + 1);
export const opens = task({ name: "lab.opens", output: int, secrets: [pin] }, (_inputs, { secrets, logger }) => {
  const found = secrets.get(pin);
  logger.info("the pin is " + found);
  throw new RangeError("no account has the pin " + found, { cause: new Error(found) });
});
export const fails = task({ name: "lab.fails", inputs: { note: t.string() }, output: int }, ({ note }) => {
  throw new RangeError(note);
});
export const all = workflow({ name: "lab.all", inputs: { x: int }, output: int }, ({ x }) => one({ x }));
export const asks = workflow({ name: "lab.asks", inputs: { x: int }, output: int }, ({ x }) => approve(one({ x }), "fine"));
export const daily = launchPlan(all, { name: "lab.daily", fixedInputs: { x: 7 }, schedule: cron("0 6 * * *") });
`;

const CONNECTORS = `import { defineConnector } from "@flytekit-ts/remote/connectors";
import { t } from "@flytekit-ts/workflow";
export const echo = defineConnector({
  name: "echo", taskType: "echo", version: 0, kind: "sync", run: async () => ({ phase: "succeeded" }),
});
`;

const CONFIG = `export default {
  modules: ["src/workflows.js"],
  image: { repository: "ghcr.io/acme/lab" },
  cluster: { auth: { type: "ClientSecret", clientId: "lab", clientSecret: () => "${PLANTED}" } },
  profiles: { prod: { image: "ghcr.io/acme/lab:v1", code: "files", environment: { A: "1" } } },
};
`;

/** Programs that commands start, none of which does what it is called; the folder in which they are. */
function programsIn(folder: string): string {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  // A Docker that does not know half of the images, and builds one of two.
  const docker = '#!/bin/sh\necho "docker $1"\n[ "$1" != manifest ]\n';
  for (const name of ["docker", "git", "npm", "pnpm", "yarn", "xdg-open", "open"])
    writeFileSync(join(programs, name), name === "docker" ? docker : "#!/bin/sh\necho no >&2\nexit 1\n", {
      mode: 0o755,
    });
  return programs;
}

/** The environment of command lines in it: nothing listens where the cluster is said to be. */
export function aroundLab({ cwd, programs }: Lab): Readonly<Record<string, string>> {
  return {
    HOME: cwd,
    PATH: programs,
    FLYTE_PLATFORM_URL: "localhost:1",
    FLYTE_PLATFORM_INSECURE: "true",
    FLYTE_CREDENTIALS_CLIENT_SECRET: PLANTED,
    AWS_SECRET_ACCESS_KEY: PLANTED,
    API_TOKEN: PLANTED,
    _FSEC_BANK_PIN: PLANTED,
    https_proxy: `http://ada:${PLANTED}@localhost:1`,
  };
}

export interface Lab {
  readonly cwd: string;
  readonly programs: string;
}

/** A project in which each command can do what it is for, and the programs that it may start. */
export function aLab(): Lab {
  // Deep enough that what is two folders up is the test's own.
  const cwd = aProject(
    {
      "src/workflows.js": WORKFLOWS,
      "src/typed.ts": `${WORKFLOWS}export const typed: number = 1;\n`,
      "src/connectors.js": CONNECTORS,
      "flyte.config.js": CONFIG,
      ".dockerignore": "**/.env\n**/.npmrc\nflyte.config.js\n",
      ".npmrc": `//registry.acme.org/:_authToken=${PLANTED}\n`,
      ".env": `API_TOKEN=${PLANTED}\n`,
      Dockerfile: "FROM node:24\n",
    },
    { name: "a/b/c/lab", keep: true },
  );
  return { cwd, programs: programsIn(cwd) };
}
