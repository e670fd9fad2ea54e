import { dirname, isAbsolute, join, resolve } from "node:path";
import {
  createFilesMatcher,
  createPathsMatcher,
  getTsconfig,
  parseTsconfig,
  type PathsMatcher,
  type TsConfigResult,
} from "get-tsconfig";
import { statSync } from "node:fs";

/** The settings of TypeScript for a file. */
export interface Tsconfig {
  readonly path: string;
  readonly options: NonNullable<TsConfigResult["config"]["compilerOptions"]>;
  /** Where a name may lead by `paths` and `baseUrl`, best first. */
  readonly aliases: PathsMatcher | undefined;
}

const read = new Map<string, unknown>();
const known = new Map<string, Tsconfig | undefined>();
const chosen = new Map<string, TsConfigResult | undefined>();

/** The settings of TypeScript for a file: those of the nearest `tsconfig.json`, or of the project in its `references` that has the file. */
export function tsconfigOf(file: string): Tsconfig | undefined {
  const found = configOf(file);
  if (found === undefined) return undefined;
  if (!known.has(found.path)) known.set(found.path, settingsOf(found));
  return known.get(found.path);
}

function configOf(file: string): TsConfigResult | undefined {
  const folder = dirname(file);
  const isKnown = chosen.has(folder);
  const nearest = isKnown ? chosen.get(folder) : (getTsconfig(folder, "tsconfig.json", read) ?? undefined);
  if (!isKnown) chosen.set(folder, nearest);
  const references = nearest?.config.references ?? [];
  if (nearest === undefined || references.length === 0 || createFilesMatcher(nearest)(file) !== undefined)
    return nearest;
  return (
    references
      .map(({ path }) => projectAt(resolve(dirname(nearest.path), path)))
      .find((each) => createFilesMatcher(each)(file) !== undefined) ?? nearest
  );
}

function projectAt(reference: string): TsConfigResult {
  const path = statSync(reference).isDirectory() ? join(reference, "tsconfig.json") : reference;
  return { path, config: parseTsconfig(path, read as Map<string, string>) };
}

function settingsOf(found: TsConfigResult): Tsconfig {
  const matcher = createPathsMatcher(found);
  const folder = dirname(found.path);
  const aliases: PathsMatcher | undefined =
    matcher === null
      ? undefined
      : (name) => matcher(name).map((path) => (isAbsolute(path) ? path : join(folder, path)));
  return { path: found.path, options: found.config.compilerOptions ?? {}, aliases };
}
