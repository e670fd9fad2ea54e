import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, packWhole, run } from "@flytekit-ts/downstream";
import { makeVersion, withRange } from "./make-versions.js";

const REPOSITORY = join(import.meta.dirname, "../../..");
/** A commit whose entities carry no contract number. */
const COMMIT = "0eed9881b6ad7fc2efb2e9d6b26e8733ad62ad67";

/** Why the packages from before contract numbers cannot be built here; `undefined` if they can. */
export function reasonToSkip(): string | undefined {
  const { status } = spawnSync("git", ["cat-file", "-e", `${COMMIT}^{commit}`], { cwd: REPOSITORY });
  return status === 0 ? undefined : `git does not have the commit ${COMMIT.slice(0, 7)} here`;
}

/**
 * The tarballs of that commit, as `version`. `models` are those of this tree: they hold Flyte's messages alone, and
 * generating them takes longer than all the rest.
 */
export async function makeBefore(
  tarballs: readonly string[],
  version: string,
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder);
  const archive = join(folder, "commit.tar");
  await run("git", ["archive", `--output=${archive}`, COMMIT, "packages", "tooling/bundle"], REPOSITORY);
  await run("tar", ["-xf", archive], folder);
  const bundle = "tooling/bundle/node_modules";
  symlinkSync(join(REPOSITORY, bundle), join(folder, bundle));
  const models = tarballs.filter((tarball) => tarball.includes("flytekit-ts-models-"));
  const built = ["core", "workflow", "local-exec"].map((name) => build(folder, name, version));
  return (await Promise.all([makeVersion(models, { version }), Promise.all(built)])).flat();
}

async function build(folder: string, name: string, version: string): Promise<string> {
  const source = join(folder, "packages", name);
  await run(process.execPath, [join(folder, "tooling/bundle/bundle.js")], source);
  const root = join(folder, name);
  cpSync(join(source, "dist"), join(root, "package/dist"), { recursive: true });
  const { dependencies, publishConfig, type } = JSON.parse(
    readFileSync(join(source, "package.json"), "utf8"),
  ) as Manifest & { readonly type: string; readonly publishConfig: { readonly exports: unknown } };
  const manifest = {
    name: `@flytekit-ts/${name}`,
    version,
    type,
    exports: publishConfig.exports,
    dependencies: withRange(dependencies, `^${version}`),
  };
  writeFileSync(join(root, "package/package.json"), JSON.stringify(manifest));
  return packWhole(root);
}
