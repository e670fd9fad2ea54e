import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { run } from "./run.js";

/** The parts of a package.json that matter to an installation. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Unpack a tarball, let `change` change its manifest and files, and pack it again. Returns the new tarball. */
export async function alterTarball(
  tarball: string,
  change: (manifest: Manifest, folder: string) => Manifest,
): Promise<string> {
  const root = mkdtempSync(join(dirname(tarball), "altered-"));
  await run("tar", ["-xzf", tarball, "-C", root], root);
  const folder = join(root, "package");
  const path = join(folder, "package.json");
  const manifest = change(JSON.parse(readFileSync(path, "utf8")) as Manifest, folder);
  writeFileSync(path, JSON.stringify(manifest, undefined, 2));
  return packWhole(root);
}

/** Pack the folder `package` in `root` with all that is in it. Returns the tarball, beside that folder. */
export async function packWhole(root: string): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(join(root, "package/package.json"), "utf8")) as Manifest;
  const tarball = join(root, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  await run("tar", ["-czf", tarball, "package"], root);
  return tarball;
}
