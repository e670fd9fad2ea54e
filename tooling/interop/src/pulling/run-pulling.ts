import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startAdmin } from "@flytekit-ts/admin";
import { connect, type Remote } from "@flytekit-ts/remote";
import { pull, pullCheck } from "@flytekit-ts/remote/pull";
import { type PythonClient, pythonClient } from "../cluster/python-client.js";
import { run } from "../python/command.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";
import { compareInterfaces } from "./compare-interfaces.js";
import { exchangeValues } from "./exchange-values.js";
import { ourTasks } from "./our-tasks.js";
import { PROGRAM } from "./program.js";
import { type PythonPlace, runPython } from "./run-python.js";

const PLACE = { project: "flytesnacks", domain: "development" };
const HERE = dirname(fileURLToPath(import.meta.url));
const INTEROP = join(HERE, "../..");
const EXAMPLE = join(INTEROP, "../../examples/10-orchard");

/**
 * Python registers tasks of many types; a module of them is pulled and compiled, and a workflow of ours that calls them is
 * registered on the same cluster, which compares its bindings with what Python has registered. Then Python fetches tasks of
 * ours and does the same with them.
 *
 * @returns in what the outcome differs from what is wanted; undefined if in nothing.
 */
export async function runPulling(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const admin = await startAdmin();
  const remote = await connect({ endpoint: admin.endpoint, insecure: true, ...PLACE });
  const cache = join(INTEROP, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const program = mkdtempSync(join(cache, "pulling-"));
  try {
    const python = pythonClient(interpreter, admin.endpoint, folder);
    const place = ["--project", PLACE.project, "--domain", PLACE.domain];
    const file = pythonFile("pull_tasks.py");
    await python.run(
      "pyflyte",
      "register",
      ...place,
      "--version",
      "v1",
      "--image",
      "example.com/pull:1",
      file,
    );
    const at = { interpreter, folder, endpoint: admin.endpoint };
    const found = [
      ...(await callPython(remote, program)),
      ...(await exchangeValues(at, await modules(program, "shop.js"))),
      ...(await checkExample(remote, python)),
      ...(await calledByPython(remote, at)),
    ];
    return found.length === 0 ? undefined : found.join("\n");
  } finally {
    rmSync(program, { recursive: true, force: true });
    await remote.close();
    await admin.close();
  }
}

async function callPython(remote: Remote, program: string): Promise<readonly string[]> {
  const module = await pull(remote);
  writeFileSync(join(program, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(program, "shop.ts"), module.text);
  writeFileSync(join(program, "program.ts"), PROGRAM);
  const compiled = compile(program);
  if (compiled !== "") return [`the pulled module does not compile: ${compiled}`];
  const shop = await modules(program, "shop.js");
  const { walk, goods } = await modules(program, "program.js");
  const differences = await compareInterfaces(remote, module.entities, shop);
  const settings = { version: "v1", image: "example.com/ours:1", root: program };
  const { entities } = await remote.register([walk, goods] as never, settings);
  const workflows = entities.filter(({ kind, outcome }) => kind === "workflow" && outcome === "created");
  const { changes } = await pullCheck(remote, module.text);
  const others = changes
    .filter(({ kind }) => kind !== "entity-added")
    .map(({ text }) => `it has changed: ${text}`);
  return [
    ...module.leftOut.map(({ name, why }) => `${name} is left out: ${why}`),
    ...(module.entities.length >= 19 ? [] : [`only ${module.entities.length} entities were pulled`]),
    ...differences,
    ...(workflows.length === 2 ? [] : ["workflows that call Python were not registered"]),
    ...others,
  ];
}

// As an author compiles: strictly, and against what the packages publish.
function compile(program: string): string {
  const compilerOptions = {
    ...{ target: "es2023", module: "nodenext", moduleResolution: "nodenext", strict: true, types: [] },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true },
  };
  writeFileSync(join(program, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const { output, complaints } = run(process.execPath, [
    join(INTEROP, "node_modules/typescript/bin/tsc"),
    ...["-p", program, "--pretty", "false"],
  ]);
  return `${output}${complaints}`.trim();
}

async function modules(program: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(join(program, name)).href)) as Readonly<Record<string, unknown>>;
}

/** Whether the committed module of an example is what its Python file registers. */
async function checkExample(remote: Remote, python: PythonClient): Promise<readonly string[]> {
  const [project, domain] = ["orchard", "development"];
  await remote.registerProject({ id: project, name: project });
  const place = ["--project", project, "--domain", domain, "--version", "v1"];
  const file = join(EXAMPLE, "python/grading.py");
  await python.run("pyflyte", "register", ...place, "--image", "ghcr.io/acme/grading:v1", file);
  const { changes } = await pullCheck(remote, readFileSync(join(EXAMPLE, "src/grading.ts"), "utf8"));
  return changes.map(({ text }) => `examples/10-orchard is not what is registered: ${text}`);
}

async function calledByPython(remote: Remote, at: PythonPlace): Promise<readonly string[]> {
  await remote.register(ourTasks, { version: "v1", image: "example.com/ours:1", root: HERE });
  const names = ourTasks.map(({ name }) => name);
  const output = await runPython(at, "fetch_tasks.py", [PLACE.project, PLACE.domain, "v1", ...names]);
  const guessed = JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  for (const task of ourTasks) {
    const name = `python.calls.${task.name}`;
    const registered = await remote.connection.admin.getWorkflow({
      id: { ...PLACE, resourceType: 2, name, version: "v1" },
    });
    const nodes = registered.closure?.compiledWorkflow?.primary?.template?.nodes ?? [];
    const calls = nodes.some(
      ({ target }) =>
        target?.$case === "taskNode" &&
        target.value.reference?.$case === "referenceId" &&
        target.value.reference.value.name === task.name,
    );
    if (!calls || guessed[name] === undefined) found.push(`Python does not call ${task.name}`);
  }
  return found;
}
