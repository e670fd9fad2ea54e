import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Literal } from "@flytekit-ts/models/core";
import { allTasks, diskStore, Engine, Registry, registerPackage } from "@flytekit-ts/propeller";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { packagedByPython } from "../languages/packaged-by-python.js";
import { processesOfBoth } from "../languages/processes-of-both.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";
import { REGISTERED, relay } from "./relay.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PYTHON = { name: "relay_tasks", place: dirname(pythonFile("relay_tasks.py")) };

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
  await registerPackage(packagedByPython(interpreter, PYTHON, folder), upload, registry);
  const { bytes } = await packageEntities([relay], { image: "image:v1", root: ROOT });
  await registerPackage(bytes, upload, registry);
  const engine = new Engine({
    registry,
    store: diskStore,
    dataRoot: join(folder, "data"),
    pods: processesOfBoth(interpreter, { python: PYTHON.place, ours: () => ROOT, home: folder }),
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
