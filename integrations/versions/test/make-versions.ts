import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alterTarball } from "@flytekit-ts/downstream";

/** A version of all packages that is made from the built ones. */
export interface Making {
  readonly version: string;
  /** The contract number, if not the one of this tree. */
  readonly contract?: number;
  /** Whether its entities have a property more, which readers of the same contract need not know. */
  readonly isGrown?: boolean;
}

/** The tarballs of a version. Each package needs the others in the same version. */
export async function makeVersion(tarballs: readonly string[], making: Making): Promise<readonly string[]> {
  return Promise.all(
    tarballs.map((tarball) =>
      alterTarball(tarball, ({ version, ...manifest }, folder) => {
        if (manifest.name === "@flytekit-ts/core")
          patchCore(join(folder, "dist/code/core.js"), version, making);
        strip(folder);
        const dependencies = withRange(manifest.dependencies, `^${making.version}`);
        return { ...manifest, version: making.version, dependencies };
      }),
    ),
  );
}

/** Leaves what runs: eight apps install these packages, and none compiles. */
function strip(folder: string): void {
  rmSync(join(folder, "src"), { recursive: true, force: true });
  for (const file of readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }))
    if (/\.d\.ts$|\.map$/.test(file)) rmSync(join(folder, "dist", file));
}

/** Dependencies that take every package of ours by this range. */
export function withRange(dependencies: Readonly<Record<string, string>> = {}, range: string) {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, old]) => [name, name.startsWith("@flytekit-ts/") ? range : old]),
  );
}

function patchCore(file: string, built: string, { version, contract, isGrown = false }: Making): void {
  let code = readFileSync(file, "utf8");
  const replace = (text: string, by: string): void => {
    if (!code.includes(text)) throw new Error(`core is not built as this test expects: no ${text}`);
    code = code.replace(text, by);
  };
  replace(`version:true?"${built}"`, `version:true?"${version}"`);
  if (contract !== undefined) replace("var CONTRACT=1;", `var CONTRACT=${contract};`);
  const brand = "Object.defineProperties(call,{[ENTITY]:";
  if (isGrown)
    replace(brand, `Object.defineProperty(call, "grown", { value: true, enumerable: true });\n  ${brand}`);
  writeFileSync(file, code);
}
