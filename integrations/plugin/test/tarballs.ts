import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const REPOSITORY = join(import.meta.dirname, "..", "..", "..");
const PACKAGES = ["models", "core", "workflow", "local-exec"];
const TSC = join(import.meta.dirname, "..", "node_modules", "typescript", "bin", "tsc");

/** A folder outside the repository, with the packages as they would be published. */
export interface Downstream {
  readonly tarballs: readonly string[];
  /** Copy a folder of this package there, and give its path. */
  copy(folder: string): string;
  remove(): void;
}

/** Pack the built packages into a new folder outside the repository. */
export function packAll(): Downstream {
  const root = mkdtempSync(join(tmpdir(), "flytekit-ts-plugin-"));
  const packed = join(root, "tarballs");
  mkdirSync(packed);
  for (const name of PACKAGES) {
    run("pnpm", ["pack", "--pack-destination", packed], join(REPOSITORY, "packages", name));
  }
  return {
    tarballs: readdirSync(packed).map((name) => join(packed, name)),
    copy(folder) {
      const target = join(root, folder);
      cpSync(join(import.meta.dirname, "..", folder), target, { recursive: true });
      return target;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Install packages by npm, as somebody does who has none of this repository's tools. */
export function install(folder: string, ...tarballs: readonly string[]): void {
  run("npm", ["install", "--no-audit", "--no-fund", "--no-save", ...tarballs], folder);
}

/** What the compiler of TypeScript finds in a folder, which it also builds. */
export function compile(folder: string): string {
  const { stdout } = spawnSync(process.execPath, [TSC], { cwd: folder, encoding: "utf8" });
  return stdout;
}

/** What a program prints. It fails with all that the program printed. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
}
