import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { row, spreadOf } from "../measure.js";

const TURNS = Number(process.env["TURNS"] ?? 15);
const CLI = dirname(createRequire(import.meta.url).resolve("@flytekit-ts/cli/package.json"));
const PROGRAM = join(CLI, "dist/bins/tsflyte.cjs");

const SOURCE = `import { t, task, workflow } from "@flytekit-ts/workflow";
export const hello = task({ name: "hello", inputs: { name: t.string() }, output: t.string() }, ({ name }) => \`hello \${name}\`);
export const wf = workflow({ name: "wf", inputs: { name: t.string().default("you") }, output: t.string() }, ({ name }) => hello({ name }));
`;
const TYPED = `enum Unit { One = 1 }\nexport type Name = string;\nexport const unit: Unit = Unit.One;\n`;
const PYTHON = `from flytekit import task, workflow

@task
def hello(name: str) -> str:
    return f"hello {name}"

@workflow
def wf(name: str = "you") -> str:
    return hello(name=name)
`;

/**
 * What people wait for when they call \`tsflyte\`: help, and a workflow that says hello, kept in a journal, each in turn with a
 * bare Node, and with \`pyflyte run\` of the same workflow if \`FLYTEKIT_PYTHON\` is a Python that has flytekit. Then from a
 * save to the result of a run that is watched.
 */
export async function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), "command-line-"));
  try {
    mkdirSync(join(folder, "node_modules/@flytekit-ts"), { recursive: true });
    for (const each of ["cli", "core", "workflow", "local-exec"])
      symlinkSync(join(dirname(CLI), each), join(folder, "node_modules/@flytekit-ts", each));
    const files = {
      "package.json": '{ "type": "module" }',
      "hello.js": SOURCE,
      "hello.ts": TYPED + SOURCE,
      "hello.py": PYTHON,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return [...startRows(folder), ...(await watchRows(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @type {(cwd: string) => string[]} */
function startRows(cwd) {
  const python = process.env["FLYTEKIT_PYTHON"];
  const node = process.execPath;
  const pyflyte = python === undefined ? undefined : join(dirname(python), "pyflyte");
  /** @type {readonly (readonly [name: string, command: readonly string[], aim: string])[]} */
  const contestants = [
    ["tsflyte --help", [node, PROGRAM, "--help"], "<= 1.5"],
    ["tsflyte run of hello, JavaScript", [node, PROGRAM, "run", "hello.js", "wf"], "<= 3"],
    ["tsflyte run of hello, TypeScript", [node, PROGRAM, "run", "hello.ts", "wf"], "<= 5"],
  ];
  const bares = [];
  const theirs = [];
  const times = contestants.map(() => /** @type {number[]} */ ([]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    bares.push(timeOf([node, "-e", "0"], cwd));
    for (const [index, [, command]] of contestants.entries()) times[index]?.push(timeOf(command, cwd));
    if (pyflyte !== undefined && turn < 5) theirs.push(timeOf([pyflyte, "run", "hello.py", "wf"], cwd));
  }
  const bare = spreadOf(bares);
  const rows = [row("bare node -e 0, beside tsflyte", bare, { unit: "ms" })];
  for (const [index, [name, , aim]] of contestants.entries()) {
    const spread = times[index] ?? [];
    rows.push(row(name, spreadOf(spread), { unit: "ms" }));
    rows.push(
      row("the same by bare node", spreadOf(spread.map((each, turn) => each / (bares[turn] ?? each))), {
        unit: "x",
        aim,
      }),
    );
  }
  if (theirs.length === 0) return rows;
  rows.push(row("pyflyte run of the same workflow", spreadOf(theirs), { unit: "ms" }));
  const ours = times[2] ?? [];
  rows.push(
    row(
      "the same by tsflyte run, TypeScript",
      spreadOf(theirs.map((each, turn) => each / (ours[turn] ?? each))),
      { unit: "x", aim: ">= 5" },
    ),
  );
  return rows;
}

/** @type {(command: readonly string[], cwd: string) => number} */
function timeOf([program = "", ...args], cwd) {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, XDG_STATE_HOME: cwd },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed: ${String(stderr)}`);
  return performance.now() - start;
}

/** @type {(cwd: string) => Promise<string[]>} */
async function watchRows(cwd) {
  const child = spawn(process.execPath, [PROGRAM, "run", "--watch", "hello.ts", "wf"], {
    cwd,
    env: { ...process.env, XDG_STATE_HOME: cwd },
  });
  let [said, printed] = ["", ""];
  let heard = () => {};
  child.stdout.on("data", (text) => ((printed += String(text)), heard()));
  child.stderr.on("data", (text) => ((said += String(text)), heard()));
  /** @param {() => boolean} isThere */
  const until = (isThere) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`tsflyte run --watch says something else: ${said}${printed}`));
      const patience = setTimeout(fail, 60_000);
      child.once("exit", fail);
      heard = () => {
        if (!isThere()) return;
        clearTimeout(patience);
        child.off("exit", fail);
        resolve(undefined);
      };
      heard();
    });
  const times = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    await until(() => said.includes("Waiting for changes"));
    // As long as a person takes at least.
    await new Promise((resolve) => void setTimeout(resolve, 500));
    said = "";
    const start = performance.now();
    writeFileSync(join(cwd, "hello.ts"), (TYPED + SOURCE).replace("hello $", `turn ${turn} $`));
    await until(() => printed.includes(`turn ${turn} you`));
    if (turn > 0) times.push(performance.now() - start);
  }
  child.kill("SIGINT");
  await new Promise((resolve) => void child.once("exit", resolve));
  return [
    row("from a save to the result, tsflyte run --watch", spreadOf(times), { unit: "ms", aim: "<= 300" }),
  ];
}
