import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Literal } from "@flytekit-ts/models/core";
import {
  allTasks,
  diskStore,
  Engine,
  type Pod,
  processRunner,
  Registry,
  registerPackage,
} from "@flytekit-ts/propeller";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { lastLines, run } from "../python/command.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";
import { REGISTERED, relay } from "./relay.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BINS = join(
  dirname(fileURLToPath(import.meta.resolve("@flytekit-ts/runtime/package.json"))),
  "dist/bins",
);

// Of 4 readings of Python, 5.5 degrees and warmer, those behind the first are kept.
const GIVEN = 4;
const WANTED = "[1, 4, 9] 5.5 python";
const MAPPED = /\.map_(\w+)_[0-9a-f]{32}-arraynode$/;
const TASKS = [
  ...["relay.keep", "relay.square", "relay.square", "relay.square", "relay.warmer"],
  ...["relay_tasks.closing", "relay_tasks.counts", "relay_tasks.first", "relay_tasks.rows"],
];

/**
 * Packages a workflow whose tasks alternate between Python and TypeScript, each language with its own tool, and runs it by
 * the stand-in for Flyte's engine, with the real commands of both.
 *
 * @returns in what the outcome differs from what is wanted; undefined if in nothing.
 */
export async function runRelay(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const upload = { store: diskStore, uploads: join(folder, "uploads"), ...REGISTERED };
  const registry = new Registry();
  await registerPackage(packagedByPython(interpreter, folder), upload, registry);
  const { bytes } = await packageEntities([relay], { image: "image:v1", root: ROOT });
  await registerPackage(bytes, upload, registry);
  const engine = new Engine({
    registry,
    store: diskStore,
    dataRoot: join(folder, "data"),
    pods: podsOf(interpreter, folder),
  });
  const n = Literal.create({
    value: {
      $case: "scalar",
      value: { value: { $case: "primitive", value: { value: { $case: "integer", value: BigInt(GIVEN) } } } },
    },
  });
  const result = await engine.execute(relay.name, { inputs: new Map([["n", n]]) });
  if (result.failure !== undefined) return `${result.failure.code}: ${result.failure.message}`;
  const scalar = result.outputs.get("o0")?.value;
  const value = scalar?.$case === "scalar" ? scalar.value.value : undefined;
  const primitive = value?.$case === "primitive" ? value.value.value : undefined;
  const text = primitive?.$case === "stringValue" ? primitive.value : undefined;
  const tasks = allTasks(result).map(({ task }) => task.replace(MAPPED, ".$1"));
  if (tasks.toSorted().join() !== TASKS.join()) return `other tasks ran: ${tasks.join(", ")}`;
  return text === WANTED ? undefined : `${text} instead of ${WANTED}`;
}

/** What `pyflyte package` writes. */
function packagedByPython({ command, env }: Interpreter, folder: string): Uint8Array {
  const file = join(folder, "python.tgz");
  const program =
    "import os, sys; os.chdir(sys.argv.pop(1)); from flytekit.clis.sdk_in_container.pyflyte import main; main()";
  const args = ["--pkgs", "relay_tasks", "package", "--image", "image:v1", "--output", file];
  const place = dirname(pythonFile("relay_tasks.py"));
  const { ok, output, complaints } = run(command, ["-c", program, place, ...args], {
    ...env,
    PYTHONDONTWRITEBYTECODE: "1",
  });
  if (!ok) throw new Error(`pyflyte could not package the tasks:\n${lastLines(`${output}${complaints}`)}`);
  return readFileSync(file);
}

/** Processes of both languages, each in the folder of its modules. */
function podsOf({ command, env }: Interpreter, folder: string) {
  const program = "from flytekit.bin.entrypoint import execute_task_cmd; execute_task_cmd()";
  const ours = (name: string): readonly string[] => [process.execPath, join(BINS, `${name}.js`)];
  const commands = {
    "pyflyte-execute": [command, "-c", program],
    "tsflyte-execute": ours("tsflyte-execute"),
    "tsflyte-map-execute": ours("tsflyte-map-execute"),
  };
  const cwd = ({ command: [name = ""] }: Pod): string =>
    name.startsWith("py") ? dirname(pythonFile("relay_tasks.py")) : ROOT;

  const base = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    TMPDIR: folder,
    PYTHONDONTWRITEBYTECODE: "1",
  };
  return processRunner({ commands, cwd, env: { ...base, ...env } });
}
