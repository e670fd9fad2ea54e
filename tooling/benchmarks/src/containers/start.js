import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { LiteralMap } from "@flytekit-ts/models/core";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";

import { row, spreadOf } from "../measure.js";

const TURNS = 15;
const HERE = import.meta.dirname;
const PROGRAM = join(
  dirname(fileURLToPath(import.meta.resolve("@flytekit-ts/runtime/package.json"))),
  "dist/bins/tsflyte-execute.js",
);

/**
 * From the start of a container's process to its outputs.pb: a task that says hello, bundled, on disk. In turn with a
 * bare Node, and with the same task of flytekit, if `FLYTEKIT_PYTHON` is a Python that has it.
 */
export async function containerStart() {
  const folder = mkdtempSync(join(tmpdir(), "container-start-"));
  try {
    const file = writeBundle(
      await bundle({ entry: "src/containers/hello.js", root: join(HERE, "../..") }),
      folder,
    );
    return [...startRows(folder, file), ...errorRows(folder, await large(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @type {(folder: string, file: string) => string[]} */
function startRows(folder, file) {
  const python = process.env["FLYTEKIT_PYTHON"];
  const [ours, bares, ratios, theirs, times] = [[], [], [], [], []];
  for (let i = 0; i < TURNS; i += 1) {
    const bare = timeOf(() => run(process.execPath, ["-e", "0"]));
    const our = timeOf(() => execute(folder, file, "hello"));
    bares.push(bare);
    ours.push(our);
    ratios.push(our / bare);
    if (python === undefined) continue;
    const their = timeOf(() => executePython(folder, python));
    theirs.push(their);
    times.push(their / our);
  }
  const rows = [
    row("bare node -e 0", spreadOf(bares), { unit: "ms" }),
    row("a container: start to outputs.pb of hello, bundled", spreadOf(ours), { unit: "ms" }),
    row("the same by bare node", spreadOf(ratios), { unit: "x", aim: "<= 2" }),
  ];
  if (python === undefined) return rows;
  return [
    ...rows,
    row("pyflyte-execute of the same task", spreadOf(theirs), { unit: "ms" }),
    row("the same by a container here", spreadOf(times), { unit: "x", aim: ">= 5" }),
  ];
}

/**
 * The same tasks in a project with 5 MB of code that they do not use, bundled, with its source map.
 *
 * @type {(folder: string) => Promise<string>}
 */
async function large(folder) {
  const root = join(folder, "large");
  mkdirSync(root);
  symlinkSync(join(HERE, "../../node_modules"), join(root, "node_modules"));
  copyFileSync(join(HERE, "hello.js"), join(root, "hello.js"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "large", type: "module" }));
  const unused = Array.from(
    { length: 50_000 },
    (_, i) => `export function unused${i}(x) { return { text: "${"x".repeat(60)}", x }; }\n`,
  );
  writeFileSync(join(root, "unused.js"), unused.join(""));
  writeFileSync(join(root, "main.js"), `export * from "./hello.js";\nexport * from "./unused.js";\n`);
  return writeBundle(await bundle({ entry: "main.js", root }), join(folder, "large-bundle"));
}

/** @type {(folder: string, file: string) => string[]} */
function errorRows(folder, file) {
  const map = `${file}.map`;
  const text = readFileSync(map, "utf8");
  const [times, ratios] = [[], []];
  for (let i = 0; i < TURNS; i += 1) {
    writeFileSync(map, text);
    const withMap = execute(folder, file, "handles");
    rmSync(map);
    const without = execute(folder, file, "handles");
    times.push(withMap);
    ratios.push(withMap / without);
  }
  return [
    row("10,000 handled errors in a bundle of 5 MB", spreadOf(times), { unit: "ms" }),
    row("the same by a bundle without its map", spreadOf(ratios), { unit: "x", aim: "<= 1.2" }),
  ];
}

/**
 * Runs a task as a container does. Gives its output, if it is a number.
 *
 * @type {(folder: string, file: string, task: string) => number}
 */
function execute(folder, file, task) {
  const { args, outputs } = given(folder);
  run(PROGRAM, [...args, "--", "task-module", file, "task-name", task], folder);
  const output = LiteralMap.decode(outputs()).literals.get("o0")?.value;
  const scalar = output?.$case === "scalar" ? output.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  return primitive?.$case === "floatValue" ? primitive.value : Number.NaN;
}

/** @type {(folder: string, python: string) => void} */
function executePython(folder, python) {
  const { args, outputs } = given(folder);
  const resolver = ["--resolver", "flytekit.core.python_auto_container.default_task_resolver"];
  const task = ["task-module", "hello_container", "task-name", "hello"];
  run(join(dirname(python), "pyflyte-execute"), [...args, ...resolver, "--", ...task], HERE);
  outputs();
}

/** @type {(folder: string) => { args: string[], outputs: () => Uint8Array }} */
function given(folder) {
  const at = mkdtempSync(join(folder, "run-"));
  mkdirSync(join(at, "raw"));
  writeFileSync(join(at, "inputs.pb"), "");
  const args = ["--inputs", join(at, "inputs.pb"), "--output-prefix", join(at, "out")];
  return {
    args: [...args, "--raw-output-data-prefix", join(at, "raw")],
    outputs: () => readFileSync(join(at, "out/outputs.pb")),
  };
}

/** @type {(program: string, args: readonly string[], cwd?: string) => void} */
function run(program, args, cwd) {
  const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(stderr);
}

/** @type {(work: () => void) => number} */
function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
