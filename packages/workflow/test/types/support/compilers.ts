import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** One of the TypeScript versions that our types are held to. */
export interface Compiler {
  readonly version: "5.7" | "5.9" | "6.0" | "7.0";
  readonly tsc: string;
  /** Options that this version has and older ones do not know. */
  readonly options: readonly string[];
}

const tscOf = (name: string): string =>
  fileURLToPath(new URL(`../../../node_modules/${name}/bin/tsc`, import.meta.url));

export const oldest: Compiler = { version: "5.7", tsc: tscOf("typescript-5.7"), options: [] };
export const newest: Compiler = {
  version: "7.0",
  tsc: tscOf("typescript"),
  options: ["--erasableSyntaxOnly"],
};
export const compilers: readonly Compiler[] = [
  oldest,
  { version: "5.9", tsc: tscOf("typescript-5.9"), options: ["--erasableSyntaxOnly"] },
  { version: "6.0", tsc: tscOf("typescript-6.0"), options: ["--erasableSyntaxOnly"] },
  newest,
];

/** What one run of the compiler said. */
export interface Checked {
  /** One entry per diagnostic, with the lines that explain it: `file(line,column): error TS...`. */
  readonly diagnostics: readonly string[];
  readonly output: string;
}

/**
 * Run a compiler in a directory; two run at a time, the others wait.
 *
 * It never throws for diagnostics; it does when the compiler itself breaks.
 */
export async function runTsc(
  compiler: Compiler,
  directory: string,
  args: readonly string[],
): Promise<Checked> {
  while (running.size >= AT_A_TIME) await Promise.race(running);
  const run = start([LATE, compiler.tsc, "--pretty", "false", ...compiler.options, ...args], directory);
  running.add(run);
  const { code, output } = await run.finally(() => running.delete(run));
  const diagnostics = toDiagnostics(output);
  if (code !== 0 && diagnostics.length === 0) {
    throw new Error(`TypeScript ${compiler.version} broke with exit code ${code}:\n${output}`);
  }
  return { diagnostics, output };
}

const AT_A_TIME = 2;
// A compiler in JavaScript runs for seconds only: where V8 optimizes less of it, it takes two thirds of the processor time.
const LATE = "--interrupt-budget=500000";
const running = new Set<Promise<unknown>>();

async function start(args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` });
    });
  });
}

function toDiagnostics(output: string): readonly string[] {
  const diagnostics: string[] = [];
  for (const line of output.split("\n")) {
    const last = diagnostics.at(-1);
    if (/(^|: )error TS\d+: /.test(line)) diagnostics.push(line);
    else if (last !== undefined && line.startsWith("  "))
      diagnostics[diagnostics.length - 1] = `${last}\n${line}`;
  }
  return diagnostics;
}
