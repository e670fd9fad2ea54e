import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const PACKAGES = fileURLToPath(new URL("../../../", import.meta.url));
const OURS = ["models", "core", "workflow", "local-exec", "runtime", "remote", "cli"];

/** The built program. `pnpm test` builds it first; for a single file, build with turbo (CONTRIBUTING.md). */
export const PROGRAM = join(PACKAGES, "cli/dist/bins/tsflyte.cjs");

/** Where a project is made, and how long it is kept. */
export interface ProjectPlace {
  /** A name for its folder, such as one with blanks. */
  readonly name?: string | undefined;
  /** Keep it until this process ends, for several tests. */
  readonly keep?: boolean | undefined;
}

/** Make a project in a new folder, with files, in which the built packages are installed. It ends with the test. */
export function aProject(
  files: Readonly<Record<string, string>>,
  { name = "project", keep = false }: ProjectPlace = {},
): string {
  const parent = mkdtempSync(join(tmpdir(), "tsflyte-"));
  const remove = (): void => rmSync(parent, { recursive: true, force: true });
  if (keep) process.on("exit", remove);
  else onTestFinished(remove);
  const folder = join(parent, name);
  const all = { "package.json": '{ "name": "a-project", "private": true, "type": "module" }\n', ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  install(folder);
  return folder;
}

/** Install the built packages into a project, by links. */
export function install(folder: string): void {
  if (!existsSync(PROGRAM))
    throw new Error("Build the packages first: turbo run build --filter=@flytekit-ts/cli");
  const scope = join(folder, "node_modules/@flytekit-ts");
  mkdirSync(scope, { recursive: true });
  for (const each of OURS) symlinkSync(join(PACKAGES, each), join(scope, each));
}
