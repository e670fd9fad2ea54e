import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The TypeScript versions that our types are held to, and their compilers. */
export const compilers = [
  { version: "5.7", tsc: tscOf("typescript-5.7") },
  { version: "5.9", tsc: tscOf("typescript-5.9") },
  { version: "6.0", tsc: tscOf("typescript-6.0") },
  { version: "7.0", tsc: tscOf("typescript") },
] as const;
export const newest = compilers[3];

function tscOf(name: string): string {
  return fileURLToPath(new URL(`../../../node_modules/${name}/bin/tsc`, import.meta.url));
}

// A compiler in JavaScript runs for seconds only: where V8 optimizes less of it, it takes two thirds of the time.
const LATE = "--interrupt-budget=500000";

/** Run a compiler in a folder. Returns its diagnostics, one each, with the lines that explain it. */
export async function runTsc(tsc: string, cwd: string, args: readonly string[]): Promise<readonly string[]> {
  const output = await new Promise<string>((resolve) => {
    const all = [LATE, tsc, "--pretty", "false", ...args];
    execFile(process.execPath, all, { cwd, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      resolve(`${stdout}${stderr}`);
    });
  });
  // What is no diagnostic is a line that explains one, or the compiler's last words.
  return output.split(/\n(?! )/).filter((each) => each !== "");
}
