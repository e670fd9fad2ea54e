import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { row, spreadOf } from "../measure.js";
import { writeProject } from "./project.js";

const TURNS = 5;
const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/register", import.meta.url));
// A process that reads them spends 60 ms before its first line (docs/benchmarks.md).
const { NODE_EXTRA_CA_CERTS: _certificates, ...ENV } = process.env;
const at = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * A project of 500 tasks and five workflows, registered by `pyflyte register` and by `remote.register`, each in a process of
 * its own, in turn, at one stand-in for flyteadmin. Nothing without `FLYTEKIT_PYTHON`, a Python that has flytekit.
 */
export async function registering() {
  const python = process.env["FLYTEKIT_PYTHON"];
  if (python === undefined) return [];
  mkdirSync(FOLDER, { recursive: true });
  const project = writeProject(FOLDER);
  const server = spawn(process.execPath, [at("serve.js")], { stdio: ["pipe", "pipe", "inherit"], env: ENV });
  try {
    const [here = "", away = ""] = (await firstLine(server.stdout)).split(" ");
    return [
      ...contest(python, project, here, "a server here"),
      ...contest(python, project, away, "20 ms away"),
    ];
  } finally {
    server.stdin.end();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

/**
 * @param {string} python
 * @param {{ python: string, ours: string }} project
 * @param {string} endpoint
 * @param {string} where
 */
function contest(python, project, endpoint, where) {
  const [theirs, ours, again, ratios] = [[], [], [], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const version = `${endpoint.replace(/^.*:/, "")}.${turn}`;
    const their = timeOf(python, [...PYFLYTE, "--version", `py.${version}`, "garden"], {
      cwd: project.python,
      env: { ...ENV, FLYTE_PLATFORM_URL: endpoint, FLYTE_PLATFORM_INSECURE: "true" },
    });
    const our = timeOf(process.execPath, [at("ours.js"), endpoint, project.ours, `ts.${version}`]);
    const second = timeOf(process.execPath, [at("ours.js"), endpoint, project.ours, `ts.${version}`]);
    theirs.push(their);
    ours.push(our);
    again.push(second);
    ratios.push(their / our);
  }
  return [
    row(`pyflyte register: 500 tasks, ${where}`, spreadOf(theirs), { unit: "ms" }),
    row(`remote.register in turn with it, ${where}`, spreadOf(ours), { unit: "ms" }),
    row(`the same again, where nothing changes`, spreadOf(again), { unit: "ms" }),
    row(`pyflyte by here, ${where}`, spreadOf(ratios), { unit: "x", aim: ">= 3" }),
  ];
}

const PYFLYTE = [
  ...["-m", "flytekit.clis.sdk_in_container.pyflyte", "register", "--copy", "none"],
  ...["--image", "example.com/garden:1", "--project", "flytesnacks", "--domain", "development"],
];

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} options
 */
function timeOf(program, args, options = {}) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: ENV, ...options });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${String(stdout)}${String(stderr)}`);
  return time;
}

/** @param {import("node:stream").Readable} stream */
async function firstLine(stream) {
  for await (const chunk of stream) return String(chunk).trim();
  throw new Error("the server ended before it listened");
}
