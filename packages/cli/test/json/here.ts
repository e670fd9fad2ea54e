import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { vi } from "vitest";
import { aProject } from "../support/a-project.js";
import { listener, type Told } from "./told.js";

const KINDS = readFileSync(new URL("../support/every-kind.ts", import.meta.url), "utf8");

const FLOWS = `import { launchPlan, mapTask, sleep, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
const n = t.int();
export const double = task(
  { name: "double", inputs: { n: n.describe("what is doubled") }, output: n.describe("twice that"), cache: { version: "1" }, deck: true },
  ({ n }, { deck, logger }) => {
    deck.append("<p>doubled</p>");
    logger.info("doubles");
    return 2 * n;
  },
);
let tries = 0;
export const flaky = task({ name: "flaky", inputs: { n }, output: n, retries: 1 }, ({ n }) => {
  tries += 1;
  if (tries % 2 === 1) throw new RangeError("not yet");
  return n;
});
export const bad = task({ name: "bad", inputs: { n }, output: n, deck: true }, ({}, { deck }) => {
  deck.append("<p>bad</p>");
  throw new Error("never", { cause: new Error("inner") });
});
export const doubles = mapTask(double);
export const bads = mapTask(bad);
export const inner = workflow({ name: "inner", inputs: { n }, output: n }, ({ n }) => double({ n }));
export const plan = launchPlan(inner, { name: "plan", defaultInputs: { n: 3 } });
export const main = workflow({ name: "main", inputs: { n, ns: t.list(n) }, outputs: { one: n, all: t.list(n) } }, ({ n, ns }) => {
  const rest = sleep("10 ms");
  return { one: plan({ n: flaky({ n: double({ n: waitForInput("amount", t.int()) }) }, { after: [rest] }) }), all: doubles({ n: ns }) };
});
export const failing = workflow(
  { name: "failing", inputs: { n, ns: t.list(n) }, output: n, failurePolicy: "fail-after-executable-nodes-complete" },
  ({ n, ns }) => {
    bads({ n: ns });
    return double({ n: bad({ n: double({ n }) }) });
  },
);
`;

const WRONG = `import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
const double = task({ name: "double", inputs: { n: t.int() }, output: t.int() }, ({ n }) => 2 * n);
export const once = workflow({ name: "once", output: t.int() }, () => double({ n: "one" as never }));
export const twice = workflow({ name: "twice", output: t.int() }, () => {
  double({ n: "one" as never });
  return double({ n: "two" as never });
});
export const empty = workflow({ name: "empty" }, () => {});
const last = task({ name: "last", output: t.struct("Visit", { at: t.datetime() }) }, () => ({ at: new Date() }));
const note = task({ name: "note", inputs: { at: t.datetime() } }, () => {});
const plan = launchPlan(workflow({ name: "noting", inputs: { at: t.datetime() } }, ({ at }) => void note({ at })));
export const visits = workflow({ name: "visits" }, () => {
  plan({ at: last().at });
});
`;

const CONFIG = `export default {
  modules: ["src/flows.ts"], cache: "kept", project: "garden", domain: "development",
  image: { repository: "ghcr.io/acme/tasks" }, images: { gpu: "ghcr.io/acme/gpu:1" }, profiles: { production: { domain: "production" } },
};`;

const ODD = `export default { modules: ["gpu.ts"], image: "a/b:1", profiles: { odd: { project: "No Name" } } };`;
const GPU = `import { task } from "@flytekit-ts/workflow"; export const gpu = task({ name: "gpu" }, () => {});`;

/** What all commands tell that need no cluster. */
export async function toldHere(): Promise<readonly Told[]> {
  const cwd = aProject(
    {
      "src/flows.ts": FLOWS,
      "src/kinds.ts": KINDS,
      "src/wrong.ts": WRONG,
      "flyte.config.ts": CONFIG,
      "odd/flyte.config.ts": ODD,
      "odd/gpu.ts": GPU,
      Dockerfile: "FROM node:24\n",
      "workspace/package.json": '{ "workspaces": ["*"] }',
      "workspace/package-lock.json": "{}",
    },
    { keep: true },
  );
  mkdirSync(join(cwd, "bin"));
  writeFileSync(
    join(cwd, "bin/docker"),
    '#!/bin/sh\n[ "$1" != manifest ] && exit 0\necho "no such manifest: $3" >&2\nexit 1\n',
  );
  writeFileSync(join(cwd, "bin/npm"), "#!/bin/sh\n");
  for (const program of ["docker", "npm"]) chmodSync(join(cwd, "bin", program), 0o755);
  const env = { HOME: cwd, PATH: [join(cwd, "bin"), "/usr/bin", "/bin"].join(delimiter) };
  const { told, tell } = listener({ cwd, env });
  const flows = "src/flows.ts";
  const events = ["run", flows];
  await tell("version", ["version"]);
  await tell("completion", ["completion", "bash"]);
  await tell("--help of a list", ["--help"]);
  await tell("--help", ["runs", "list", "--help"]);
  await tell("run FILE ENTITY --help", ["run", flows, "main", "--help"]);
  await tell("", ["vresion"]);
  for (const file of [flows, "src/kinds.ts"]) await tell("list", ["list", file]);
  for (const name of ["everyKind", "square", "plan"])
    await tell("inspect", ["inspect", "src/kinds.ts", name]);
  await tell("inspect --idl", ["inspect", flows, "plan", "--idl"]);
  for (const file of [flows, "src/wrong.ts"]) await tell("check", ["check", file]);
  await tell("package", ["package", "--version", "v1"]);
  await tell("serialize", ["serialize", "--version", "v1"]);
  await tell("build", ["build"]);
  await tell("doctor", ["doctor"]);
  await tell("graph", ["graph", "src/kinds.ts", "everyKind"]);
  await tell("init", ["init", "made", "--no-install", "--no-git"]);
  // Package managers are found by this process.
  vi.stubEnv("PATH", env.PATH);
  await tell("init", ["init", "workspace/made", "--package-manager", "npm", "--no-git"]);
  vi.unstubAllEnvs();
  await tell("run FILE", ["run", flows]);
  for (const name of ["once", "twice"]) await tell("run", ["run", "src/wrong.ts", name]);
  const inputs = ["--n", "2", "--ns", "[1, 2]"];
  await tell("run", [...events, "main", ...inputs]);
  for (const amount of [3, 4])
    await tell("run", [...events, "main", ...inputs, "--answer", `amount=${amount}`, "--backoff", "1ms"]);
  await tell("runs show", ["runs", "show", "last"]);
  await tell("run", [...events, "failing", ...inputs]);
  await tell("runs show", ["runs", "show", "last"]);
  await tell("run", ["runs", "resume", "last"]);
  await tell("run", ["runs", "rerun", "last", "--from", "n1"]);
  await tell("runs show", ["runs", "show", "last"]);
  await tell("runs list", ["runs", "list"]);
  await tell("runs diff", ["runs", "diff", "last~3", "last~2", "--all"]);
  await tell("runs prune", ["runs", "prune", "--keep", "3", "--dry-run"]);
  await tell("runs prune", ["runs", "prune", "--keep", "3"]);
  await tell("cache list", ["cache", "list"]);
  await tell("cache clear", ["cache", "clear"]);
  rmSync(join(cwd, "kept"), { recursive: true, force: true });
  writeFileSync(join(cwd, "kept"), "no folder");
  await tell("run", [...events, "doubles", "--n", "[1, 2]"]);
  await tell("check", ["check"], { cwd: join(cwd, "odd") });
  return told;
}
