import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const SCOPE = "@flytekit-ts/";

/** One copy of one of our packages, as it is installed. */
export interface Copy {
  readonly name: string;
  readonly version: string;
  /** Where it really is. */
  readonly folder: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What a project takes of our packages. */
export interface Copies {
  readonly copies: readonly Copy[];
  /** Packages of ours that the project asks for, and that are not there. */
  readonly absent: readonly string[];
}

/** All copies of our packages that a project's dependencies lead to, at any depth. Works for npm, pnpm and yarn alike. */
export function copiesIn(folder: string): Copies {
  const copies = new Map<string, Copy>();
  const absent = new Set<string>();
  const seen = new Set<string>();
  const queue: { readonly folder: string; readonly isProject: boolean }[] = [{ folder, isProject: true }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const manifest = readManifest(next.folder);
    for (const name of dependenciesOf(manifest, next.isProject)) {
      const found = packageFrom(next.folder, name);
      if (found === undefined) {
        if (next.isProject && name.startsWith(SCOPE)) absent.add(name);
        continue;
      }
      if (seen.has(found)) continue;
      seen.add(found);
      if (name.startsWith(SCOPE))
        copies.set(found, { name, version: readManifest(found).version ?? "", folder: found });
      queue.push({ folder: found, isProject: false });
    }
  }
  return { copies: [...copies.values()], absent: [...absent].toSorted() };
}

function dependenciesOf(manifest: Manifest, isProject: boolean): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  const all = {
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
    ...(isProject ? devDependencies : {}),
  };
  return Object.keys(all);
}

// As Node looks for it: in the nearest node_modules upwards of where the asking package really is.
function packageFrom(folder: string, name: string): string | undefined {
  for (let each = realpathSync(folder); ; each = dirname(each)) {
    const found = join(each, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return realpathSync(found);
    if (dirname(each) === each) return undefined;
  }
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  } catch {
    return {};
  }
}

const STAMPED = Symbol.for("@flytekit-ts/contract");

/** The number of the contract that a copy of core keeps to, by what it makes; `undefined` where it makes nothing here. */
export async function contractOf({ folder, name }: Copy): Promise<number | undefined> {
  try {
    const entry = createRequire(join(folder, "package.json")).resolve(name);
    const { t } = (await import(pathToFileURL(entry).href)) as { readonly t: { int(): object } };
    const stamp = Reflect.get(t.int(), STAMPED) as { readonly contract?: number } | undefined;
    return stamp?.contract;
  } catch {
    return undefined;
  }
}

/** Whether a folder is one of Yarn's that keep packages in archives. */
export function hasPlugAndPlay(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((each) => each === ".pnp.cjs");
}
