import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, packWhole } from "@flytekit-ts/downstream";

interface WithBinaries {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Empty packages in place of those for other platforms that a registry does not have. Yarn asks for the packages of all
 * platforms before it installs one, and a registry may keep those of one platform only.
 *
 * @param installed a folder of node_modules whose packages tell which binaries there are
 */
export async function standInsFor(
  installed: string,
  registry: string,
  folder: string,
): Promise<readonly string[]> {
  const wanted = new Map(
    manifestsIn(installed).flatMap((each) => Object.entries(each.optionalDependencies ?? {})),
  );
  const absent = await Promise.all(
    [...wanted].map(async ([name, version]) =>
      (await has(registry, name, version)) ? [] : [{ name, version: version.replace(/^[~^]/, "") }],
    ),
  );
  return Promise.all(
    absent.flat().map((manifest, index) => packEmpty(join(folder, `stand-in-${index}`), manifest)),
  );
}

function manifestsIn(folder: string): readonly WithBinaries[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(({ name }) => {
    if (name.startsWith(".")) return [];
    if (name.startsWith("@")) return manifestsIn(join(folder, name));
    return [JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as WithBinaries];
  });
}

async function has(registry: string, name: string, version: string): Promise<boolean> {
  const answer = await fetch(`${registry}${name.replace("/", "%2f")}`, {
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) return false;
  const { versions } = (await answer.json()) as { readonly versions: Readonly<Record<string, unknown>> };
  // Of a range, some version will do.
  return /^\d/.test(version) ? Object.hasOwn(versions, version) : Object.keys(versions).length > 0;
}

async function packEmpty(root: string, manifest: Pick<Manifest, "name" | "version">): Promise<string> {
  mkdirSync(join(root, "package"), { recursive: true });
  writeFileSync(join(root, "package/package.json"), JSON.stringify({ ...manifest, os: ["none"] }));
  return packWhole(root);
}
