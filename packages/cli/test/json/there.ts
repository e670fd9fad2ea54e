import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { connect } from "@flytekit-ts/remote";
import { vi } from "vitest";
import { main } from "../../src/program/main.js";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { daily, water } from "../cluster/garden.js";
import { orchard } from "../cluster/orchard.js";
import { startScripted } from "../cluster/scripted.js";
import { listener, type Told } from "./told.js";

const HERE = join(import.meta.dirname, "../cluster");
/** Has nodes of which more is known: one that another run may have done, and one that is an execution of its own. */
const planted = task(
  { name: "orchard.plant", output: t.int(), cache: { version: "1" }, deck: true },
  () => 4,
);
const ordered = workflow({ name: "json.ordered", output: t.string(), docs: "Plants, and waters." }, () =>
  daily({ litres: planted() }),
);

const OFTEN = ["--wait", "--poll-interval", "50ms"];

/** What all commands tell that speak to a cluster. */
export async function toldThere(): Promise<readonly Told[]> {
  const cluster = await startScripted();
  const cwd = mkdtempSync(join(tmpdir(), "told-"));
  const { told, tell } = listener({ cwd, env: { ...cluster.env, HOME: cwd } });
  try {
    await tell("info", ["info"]);
    for (const what of ["tasks", "workflows", "launchplans", "projects"])
      await tell(`get ${what}`, ["get", what]);
    await tell("register", [
      "register",
      join(HERE, "garden.ts"),
      "--version",
      "v7",
      "--image",
      "garden:v7",
      "--activate",
      "garden.daily",
    ]);
    for (const name of ["garden.main", "garden.water", "garden.daily"])
      await tell("inspect --remote", ["inspect", name, "--remote"]);
    await tell("launchplan list", ["launchplan", "list"]);
    await tell("launchplan show", ["launchplan", "show", "garden.daily"]);
    await tell("launchplan deactivate", ["launchplan", "deactivate", "garden.daily"]);
    await tell("launchplan deactivate", ["launchplan", "deactivate", "garden.daily"]);
    await tell("launchplan activate", ["launchplan", "activate", "garden.daily", "v1"]);
    await tell("run --remote", [
      "run",
      "garden.main",
      "--litres",
      "4",
      "--name",
      "done",
      "--label",
      "bed=north",
      "--tag",
      "t1",
      ...OFTEN,
    ]);
    await tell("run --remote", ["run", "garden.main", "--litres", "99", "--name", "broken", ...OFTEN]);
    await tell("get executions", ["get", "executions"]);
    await tell("execution list", ["execution", "list"]);
    await tell("execution get", ["execution", "get", "done", "--tasks"]);
    await tell("execution get", ["execution", "get", "broken", "--tasks"]);
    await tell("execution inputs", ["execution", "inputs", "done", "--output", "files"]);
    await tell("execution outputs", ["execution", "outputs", "done"]);
    await tell("execution outputs", ["execution", "outputs", "done", "--node", "n0"]);
    await tell("execution logs", ["execution", "logs", "done"]);
    await tell("metrics", ["metrics", "done"]);
    await tell("fetch", ["fetch", "flyte://v1/flytesnacks/development/done/n0/o", "values"]);
    writeFileSync(join(cwd, "kept.txt"), "kept");
    await tell("fetch", ["fetch", pathToFileURL(join(cwd, "kept.txt")).href, "files"]);
    await tell("fetch --journal", [
      "fetch",
      "broken",
      "journal",
      "--journal",
      "--entity",
      `${join(HERE, "garden.ts")}:garden`,
    ]);
    await tell("pull", ["pull", "garden.water", "-o", "pulled.ts"]);
    await tell("pull", ["pull", "garden.water"]);
    const remote = await connect({
      endpoint: cluster.endpoint,
      insecure: true,
      project: "flytesnacks",
      domain: "development",
    });
    await remote.register(orchard, { version: "v8", image: "orchard:v8", root: HERE });
    await remote.register(ordered, { version: "v8", image: "orchard:v8", root: HERE });
    await remote.register(water, { version: "v9", image: "garden:v9", root: HERE });
    await remote.close();
    await tell("pull --check", ["pull", "--check", "pulled.ts"]);
    await tell("run --remote", [
      "run",
      "orchard.main",
      "--x",
      "1",
      "--xs",
      "[1, 2]",
      "--name",
      "grown",
      ...OFTEN,
    ]);
    await tell("execution logs", ["execution", "logs", "grown"]);
    await tell("inspect --remote", ["inspect", "json.ordered", "--remote"]);
    for (const name of ["ordered", "reused"])
      await tell("run --remote", ["run", "json.ordered", "--name", name, ...OFTEN]);
    const period = ["--from", "2026-05-01", "--to", "2026-05-03"];
    await tell("backfill", ["backfill", "garden.daily", ...period]);
    await gates();
    await tell("execution recover", ["execution", "recover", "broken"]);
    await tell("execution relaunch", ["execution", "relaunch", "broken"]);
    await serving();
    return told;
  } finally {
    await cluster.close();
    rmSync(cwd, { recursive: true, force: true });
  }

  async function gates(): Promise<void> {
    await tell("run --remote", ["run", "garden.gated", "--name", "waits"]);
    const pending = async (): Promise<number> =>
      (await tell("execution signal", ["execution", "signal", "waits"])).objects.filter(
        ({ isPending }) => isPending === true,
      ).length;
    await vi.waitUntil(async () => (await pending()) === 1, { timeout: 20_000 });
    await tell("execution signal", ["execution", "signal", "waits", "amount", "3"]);
    await vi.waitUntil(async () => (await pending()) === 1, { timeout: 20_000 });
    await tell("execution approve", ["execution", "approve", "waits"]);
    await tell("execution watch", ["execution", "watch", "waits", "--poll-interval", "50ms"]);
    await tell("execution terminate", ["execution", "terminate", "waits"]);
    await tell("run --remote", ["run", "garden.gated", "--name", "ends"]);
    await tell("execution terminate", ["execution", "terminate", "ends", "--cause", "enough"]);
    await tell("execution watch", ["execution", "watch", "ends", "--poll-interval", "50ms"]);
    await tell("execution list", ["execution", "list"]);
    await tell("execution get", ["execution", "get", "ends"]);
  }

  async function serving(): Promise<void> {
    const controller = new AbortController();
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    const argv = ["serve", "connector", "connectors.ts", "--port", "0", "--metrics-port", "0", "--json"];
    const stdin = Object.assign((async function* () {})(), { isTTY: false });
    const around = { env: {}, cwd: HERE, stdin, stdout: stream, stderr: { write: () => true } };
    const served = main(argv, { ...around, signal: controller.signal });
    await vi.waitUntil(() => written.length === 1, { timeout: 20_000 });
    controller.abort(new DOMException("Ctrl-C was pressed.", "AbortError"));
    await served;
    told.push({ command: "serve connector", object: JSON.parse(written.join("")) as Told["object"] });
  }
}
