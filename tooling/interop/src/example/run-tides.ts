import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Literal } from "@flytekit-ts/models/core";
import { diskStore, Engine, Registry, registerPackage } from "@flytekit-ts/propeller";
import { packagedByPython } from "../languages/packaged-by-python.js";
import { processesOfBoth } from "../languages/processes-of-both.js";
import type { Interpreter } from "../python/interpreter.js";

const EXAMPLE = fileURLToPath(new URL("../../../../examples/09-tides/", import.meta.url));
const REGISTERED = { project: "harbour", domain: "development", version: "v1" };
const PYTHON = { name: "fit", place: join(EXAMPLE, "python") };

// The gauges were made with these tides, and noise of 5 cm.
const WANTED = `Vlissingen: 1.9 m in hour 50.5
Cuxhaven: 1.4 m in hour 48.9
Esbjerg: 0.7 m in hour 57.8
`;

/**
 * Packages an example with the tools of its two languages, and runs it by the stand-in for Flyte's engine.
 *
 * @returns what went wrong, or in what the report differs; undefined if nothing.
 */
export async function runTides(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/pack.js"], {
    cwd: EXAMPLE,
    encoding: "utf8",
  });
  if (status !== 0) return `it was not packaged: ${stderr}`;
  const registry = new Registry();
  const upload = { store: diskStore, uploads: join(folder, "uploads"), ...REGISTERED };
  await registerPackage(packagedByPython(interpreter, PYTHON, folder), upload, registry);
  await registerPackage(readFileSync(stdout.trim()), upload, registry);
  const container = (): string => mkdtempSync(join(folder, "container-"));
  const pods = processesOfBoth(interpreter, { python: PYTHON.place, ours: container, home: folder });
  const engine = new Engine({
    registry,
    store: diskStore,
    dataRoot: join(folder, "data"),
    pods,
    ...REGISTERED,
  });
  const csv = fileLiteral(join(EXAMPLE, "data/gauges.csv"));
  const { failure, outputs } = await engine.execute("tides.forecast", { inputs: new Map([["csv", csv]]) });
  if (failure !== undefined) return `${failure.code}: ${failure.message}`;
  const report = outputs.get("report")?.value;
  const file = report?.$case === "scalar" ? report.value.value : undefined;
  if (file?.$case !== "blob") return "it gave no report";
  const text = readFileSync(file.value.uri, "utf8");
  return text === WANTED ? undefined : `the report says ${JSON.stringify(text)}`;
}

function fileLiteral(uri: string): Literal {
  const metadata = { type: { format: "csv", dimensionality: 0 as const } };
  return Literal.create({
    value: { $case: "scalar", value: { value: { $case: "blob", value: { uri, metadata } } } },
  });
}
