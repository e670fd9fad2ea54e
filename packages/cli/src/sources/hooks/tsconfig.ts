import { dirname, isAbsolute, join, resolve } from "node:path";
import {
  createFilesMatcher,
  createPathsMatcher,
  getTsconfig,
  parseTsconfig,
  type PathsMatcher,
  type TsConfigResult,
} from "get-tsconfig";
import type { SyntaxFault } from "./syntax-fault.js";
import { statOf } from "./stat-of.js";

/** The settings of TypeScript for a file. */
export interface Tsconfig {
  readonly path: string;
  readonly options: NonNullable<TsConfigResult["config"]["compilerOptions"]>;
  /** Where a name may lead by `paths` and `baseUrl`, best first. */
  readonly aliases: PathsMatcher | undefined;
}

const read = new Map<string, unknown>();
const known = new Map<string, Tsconfig | SyntaxFault | undefined>();
const chosen = new Map<string, TsConfigResult | undefined>();

/** The settings of TypeScript for a file: those of the nearest `tsconfig.json`, or of the project in its `references` that has the file. */
export function tsconfigOf(file: string): Tsconfig | undefined {
  const found = readTsconfig(file);
  // Whoever transforms the file says what is wrong.
  return found !== undefined && "problem" in found ? undefined : found;
}

/** The same, or what is wrong with it. */
export function readTsconfig(file: string): Tsconfig | SyntaxFault | undefined {
  const folder = dirname(file);
  const broken = known.get(folder);
  if (broken !== undefined) return broken;
  try {
    const found = configOf(file);
    if (found === undefined) return undefined;
    if (!known.has(found.path)) known.set(found.path, settingsOf(found));
    return known.get(found.path);
  } catch (error) {
    const fault = faultIn(folder, error);
    known.set(folder, fault);
    return fault;
  }
}

// The reader of these files takes for granted what their schema says.
function faultIn(folder: string, error: unknown): SyntaxFault {
  const said = String(Reflect.get(Object(error), "message"));
  const problem =
    Reflect.get(Object(error), "name") === "TypeError"
      ? "a setting in it, or in what it extends or refers to, has a value of the wrong kind"
      : `it cannot be read: ${said.replace(/\.$/, "")}`;
  const advice = "Mend it: `npx tsc --showConfig` says what is wrong with it.";
  return { file: nearestTsconfig(folder), line: 1, column: 1, problem, advice };
}

function nearestTsconfig(folder: string): string {
  const file = join(folder, "tsconfig.json");
  return statOf(file) !== undefined || dirname(folder) === folder ? file : nearestTsconfig(dirname(folder));
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
  const path = statOf(reference)?.isDirectory() === true ? join(reference, "tsconfig.json") : reference;
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
