import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A program of `test/processes`, built once, to run many times. */
export interface BuiltProgram {
  readonly file: string;
  remove(): void;
}

/** Build a program from source. */
export async function buildProgram(path: string): Promise<BuiltProgram> {
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  const file = join(folder, "main.mjs");
  await bundle({ entryPoints: [path], outfile: file });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Build a program whose tasks run in other processes: each module that these load is a file of its own, as the workers of
 * the package find theirs.
 */
export async function buildIsolated(path: string, tasks: string): Promise<BuiltProgram> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "isolated-program-")));
  const local = fileURLToPath(new URL("../..", import.meta.url));
  symlinkSync(join(local, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await bundle({
    entryPoints: {
      "run/main": path,
      "run/tasks": tasks,
      "entries/worker": join(local, "src/entries/worker.ts"),
    },
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    splitting: true,
    external: ["tinypool"],
  });
  return { file: join(folder, "run/main.js"), remove: () => rmSync(folder, { recursive: true }) };
}

async function bundle(options: object): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
  const esbuild = createRequire(script).resolve("esbuild");
  const { build } = (await import(pathToFileURL(esbuild).href)) as {
    build: (options: object) => Promise<unknown>;
  };
  await build({
    ...options,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    logLevel: "error",
  });
}

/** What a process printed, and whether it was killed. */
export interface Ended {
  readonly id: string | undefined;
  readonly result: unknown;
  readonly code: unknown;
  /** What else it printed of what it saw. */
  readonly told: unknown;
  readonly wasKilled: boolean;
  readonly stderr: string;
}

/** How a process is run. */
export interface Running {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Kill it so many milliseconds after its run began. */
  readonly killAfter?: number | undefined;
  /** Kill it as soon as this is so. */
  readonly killWhen?: (() => boolean) | undefined;
  /** The words before `node`, for limits. */
  readonly shell?: string;
  /** The options of node. */
  readonly execArgv?: readonly string[];
}

/** Run a built program to its end, or to its kill. */
export function runToEnd(
  file: string,
  { args, env = {}, killAfter, killWhen, shell, execArgv = [] }: Running,
): Promise<Ended> {
  const all = { ...process.env, ...env };
  const child: ChildProcess =
    shell === undefined
      ? spawn(process.execPath, [...execArgv, file, ...args], { env: all })
      : spawn("bash", ["-c", `${shell} exec "$0" "$@"`, process.execPath, file, ...args], { env: all });
  let out = "";
  let stderr = "";
  let timer: NodeJS.Timeout | undefined;
  child.stderr?.on("data", (bytes: Buffer) => (stderr += bytes.toString()));
  child.stdout?.on("data", (bytes: Buffer) => {
    out += bytes.toString();
    if (killAfter !== undefined && timer === undefined && out.includes('"id"'))
      timer = setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  const looking = setInterval(() => killWhen?.() === true && child.kill("SIGKILL"), 5);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      clearInterval(looking);
      const lines = out.split("\n").filter((line) => line.endsWith("}"));
      const parsed = Object.assign({}, ...lines.map((line) => JSON.parse(line) as object)) as Partial<Ended>;
      const { id, result, code, told } = parsed;
      resolve({ id, result, code, told, wasKilled: signal === "SIGKILL", stderr });
    });
  });
}

/** How often each effect is in a file of effects. */
export function countsIn(effects: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(effects, "utf8").split("\n")) {
    if (line !== "") counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}
