import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

/** What a program prints. It fails with all that the program printed. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { error, stdout, stderr } = await ended(program, args, cwd);
  if (error === null) return stdout;
  throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
}

/** Install packages by npm, as somebody does who has none of this repository's tools. */
export async function install(folder: string, ...tarballs: readonly string[]): Promise<void> {
  await run("npm", ["install", "--no-audit", "--no-fund", "--no-save", ...tarballs], folder);
}

/** What the compiler of TypeScript finds in a folder, which it also builds. */
export async function compile(folder: string): Promise<string> {
  const { stdout } = await ended(process.execPath, [TSC], folder);
  return stdout;
}

interface Ended {
  readonly error: Error | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does not block: what is installed may come from a registry in this process. */
function ended(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, encoding: "utf8" }, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    );
  });
}
