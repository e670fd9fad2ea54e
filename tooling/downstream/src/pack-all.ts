import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { run } from "./run.js";

const REPOSITORY = join(import.meta.dirname, "..", "..", "..");
const PACKAGES = ["models", "core", "workflow", "local-exec"];

/** A folder outside the repository, with the packages as they would be published. */
export interface Downstream {
  readonly root: string;
  readonly tarballs: readonly string[];
  /** Copy a folder there, and give its path. */
  copy(folder: string, name?: string): string;
  remove(): void;
}

/** Pack the built packages, by default those of the chain, into a new folder outside the repository. */
export async function packAll(packages: readonly string[] = PACKAGES): Promise<Downstream> {
  const root = mkdtempSync(join(tmpdir(), "flytekit-ts-"));
  const packed = join(root, "tarballs");
  mkdirSync(packed);
  await Promise.all(
    packages.map((name) =>
      run("pnpm", ["pack", "--pack-destination", packed], join(REPOSITORY, "packages", name)),
    ),
  );
  return {
    root,
    tarballs: readdirSync(packed).map((name) => join(packed, name)),
    copy(folder, name = basename(folder)) {
      const target = join(root, name);
      cpSync(folder, target, { recursive: true });
      return target;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
