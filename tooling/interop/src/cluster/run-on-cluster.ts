import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { type Interpreter, pythonFile } from "../python/interpreter.js";
import { writePrograms } from "./programs.js";

const run = promisify(execFile);

/** What flytekit has to see, without the names of executions. */
const WANTED = {
  kinds: {
    name: "",
    phase: "SUCCEEDED",
    outputs: [4, [1, 4, 9], 16, 16, 256],
    nodes: Object.fromEntries(
      ["end-node", "n0", "n1", "n2", "n3", "n4", "n5", "start-node"].map((id) => [id, "SUCCEEDED"]),
    ),
  },
  gated: { phase: "SUCCEEDED", signals: ["fine", "number"], output: 36 },
  fails: { name: "", phase: "FAILED", code: "USER:RuntimeError", odd: true },
};

/**
 * Runs Python's workflows on the stand-in for a cluster: registered, uploaded, started, answered and read by flytekit's own client and
 * command, their tasks as real processes; and reads what became of them with our client.
 *
 * @returns what went wrong; undefined if nothing.
 */
export async function runOnCluster(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const path = `${writePrograms(interpreter, folder)}:${process.env["PATH"] ?? ""}`;
  const env = { ...interpreter.env, PATH: path, HOME: folder, TMPDIR: folder, PYTHONDONTWRITEBYTECODE: "1" };
  const cluster = await startTestCluster({
    processes: { cwd: ({ name }) => mkdtempSync(join(folder, `${name}-`)), env },
  });
  const config = join(folder, "config.yaml");
  writeFileSync(config, `admin:\n  endpoint: ${cluster.endpoint}\n  insecure: true\n`);
  const client: Client = { cluster, env: { ...env, ...cluster.env, FLYTECTL_CONFIG: config } };
  try {
    return await differenceOf(interpreter, client);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await cluster.close();
  }
}

interface Client {
  readonly cluster: TestCluster;
  readonly env: Readonly<Record<string, string>>;
}

async function differenceOf({ command }: Interpreter, client: Client): Promise<string | undefined> {
  const driven = await call(command, [pythonFile("cluster_drive.py")], client);
  const seen = JSON.parse(driven.trim().split("\n").at(-1) ?? "") as typeof WANTED;
  const { kinds, fails, gated } = seen;
  const nameless = { kinds: { ...kinds, name: "" }, gated, fails: { ...fails, name: "" } };
  const differing = (Object.keys(WANTED) as (keyof typeof WANTED)[]).filter(
    (key) => !isDeepStrictEqual(nameless[key], WANTED[key]),
  );
  if (differing.length > 0) return `flytekit sees ${JSON.stringify(differing.map((key) => seen[key]))}`;
  return (await ofCommand(client, fails.name)) ?? (await ofOurs(client, kinds.name));
}

/** `pyflyte run --remote`, and `pyflyte execution` with one that has failed. */
async function ofCommand(client: Client, failed: string): Promise<string | undefined> {
  const file = pythonFile("cluster_tasks.py");
  const where = ["-p", "flytesnacks", "-d", "development"];
  const image = ["--image", "localhost/image:1"];
  const said = await call(
    "pyflyte",
    ["run", "--remote", ...where, ...image, file, "inner", "--x", "5"],
    client,
  );
  const name = /executions\/(a[a-z0-9]{19})/.exec(said.replaceAll(/\s/g, ""))?.[1];
  if (name === undefined) return `pyflyte run says ${said}`;
  const remote = await connectTo(client);
  const outputs = JSON.stringify(await remote.execution(name).wait());
  if (outputs !== '{"o0":25}' && outputs !== "25") return `pyflyte run gave ${outputs}`;
  for (const [action, phase] of [
    ["recover", "RECOVERED"],
    ["relaunch", "SUCCEEDED"],
  ] as const) {
    const launched = await call("pyflyte", ["execution", ...where, "--execution-id", failed, action], client);
    const again = /development:(a[a-z0-9]{19})/.exec(launched)?.[1] ?? "";
    const { n0 } = await phasesOf(client, again);
    if (n0 !== phase) return `after pyflyte execution ${action}, the first node is ${n0}`;
  }
  return undefined;
}

/** Our client sees what Python's has started. */
async function ofOurs(client: Client, name: string): Promise<string | undefined> {
  const remote = await connectTo(client);
  const outputs = JSON.stringify(await remote.execution(name).outputs());
  const wanted = JSON.stringify(
    Object.fromEntries(WANTED.kinds.outputs.map((value, index) => [`o${index}`, value])),
  );
  return outputs === wanted ? undefined : `we read ${outputs}`;
}

/** The phases of an execution's nodes when it has ended. */
async function phasesOf(client: Client, name: string): Promise<Readonly<Record<string, string>>> {
  const remote = await connectTo(client);
  const execution = remote.execution(name);
  await execution.wait().catch(() => undefined);
  const nodes = await execution.nodes();
  return Object.fromEntries(nodes.map(({ path, phase }) => [path, phase]));
}

function connectTo({ cluster: { endpoint } }: Client) {
  return connect({ endpoint, insecure: true, project: "flytesnacks", domain: "development" });
}

async function call(command: string, args: readonly string[], { env }: Client): Promise<string> {
  const cwd = dirname(pythonFile("cluster_tasks.py"));
  const { stdout } = await run(command, args, { env, cwd, maxBuffer: 2 ** 26 });
  return stdout;
}
