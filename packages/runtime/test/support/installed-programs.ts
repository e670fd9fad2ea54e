import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

/** The programs of this package, as an image has them. */
export interface InstalledPrograms {
  /** A folder of links to the programs, as npm makes it. */
  readonly bin: string;
  /** The working directory of a container. */
  readonly folder: string;
  remove(): void;
}

/** Builds the programs, and links them as npm does when a package is installed. */
export function installPrograms(): InstalledPrograms {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "programs-")));
  const programs = join(folder, "node_modules/@flytekit-ts/runtime/dist/bins");
  const bundle = join(PACKAGE, "node_modules/.bin/flytekit-bundle");
  execFileSync(bundle, ["--programs", "--into", programs], { cwd: PACKAGE });
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  for (const file of readdirSync(programs).filter((name) => /^tsflyte-[a-z-]+\.js$/.test(name))) {
    symlinkSync(`../@flytekit-ts/runtime/dist/bins/${file}`, join(bin, file.replace(/\.js$/, "")));
  }
  return { bin, folder, remove: () => rmSync(folder, { recursive: true }) };
}
