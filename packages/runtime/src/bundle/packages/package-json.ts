import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is read of a `package.json`. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly main?: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean } | undefined>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly gypfile?: boolean;
  readonly binary?: unknown;
  readonly napi?: unknown;
}

/** A package on disk. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** The real path of its folder. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The package whose folder this is; `undefined` if there is no readable `package.json` with a name. */
export function packageIn(folder: string): Package | undefined {
  const manifest = readManifest(join(folder, "package.json"));
  if (manifest?.name === undefined) return undefined;
  return { name: manifest.name, version: manifest.version ?? "0.0.0", folder, manifest };
}

/** The package that a file belongs to: that of the nearest `package.json` with a name, up to a `node_modules`. */
export function packageOf(file: string): Package | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (basename(folder) === "node_modules") return undefined;
    const found = packageIn(folder);
    if (found !== undefined || folder === dirname(folder)) return found;
  }
}

function readManifest(file: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof manifest === "object" && manifest !== null ? manifest : undefined;
  } catch {
    // No file, or none that a package manager would take.
    return undefined;
  }
}
