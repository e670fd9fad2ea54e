import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { homeFolder, isRemote } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { wrong } from "../given/wrong-option.js";

/** Where a cache is, and how it is used. */
export interface LocalCacheOptions {
  /** The folder. By default one of the user's, which all programs of the user share. */
  readonly dir?: string | undefined;
  /** The largest size of the folder, in bytes; 1 GiB by default. What was used longest ago goes first. */
  readonly maxSize?: number | undefined;
  /** Whether results are computed anew, and replace those that are stored. */
  readonly overwrite?: boolean | undefined;
}

/** The option `cache` of a run. */
export type LocalCache = boolean | string | LocalCacheOptions;

/** The checked options of a cache. */
export type CacheSettings = { readonly [K in keyof LocalCacheOptions]-?: NonNullable<LocalCacheOptions[K]> };

const GIB = 1024 ** 3;
const KNOWN: ReadonlySet<string> = new Set(["dir", "maxSize", "overwrite"]);

/**
 * The cache of a run, from its option and from the environment that flytekit reads too. Undefined if the run has none.
 *
 * A run that says nothing has none, unless `FLYTE_LOCAL_CACHE_ENABLED` is true. If it is false, no run has one.
 * `FLYTE_LOCAL_CACHE_OVERWRITE` is the default of `overwrite`.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export function toCacheSettings(option: LocalCache | undefined, at: string): CacheSettings | undefined {
  if (option === false) return undefined;
  const { dir, maxSize, overwrite } = checked(option, at);
  if (!(fromEnvironment("FLYTE_LOCAL_CACHE_ENABLED") ?? option !== undefined)) return undefined;
  return {
    dir: resolve(dir ?? defaultCacheDir()),
    maxSize: maxSize ?? GIB,
    overwrite: overwrite ?? fromEnvironment("FLYTE_LOCAL_CACHE_OVERWRITE") ?? false,
  };
}

/** The folder of a cache that was given no other: `FLYTE_LOCAL_CACHE_DIR`, or one among the caches of the user. */
export function defaultCacheDir(): string {
  const { env, platform } = process;
  const given = env["FLYTE_LOCAL_CACHE_DIR"];
  if (given !== undefined && given !== "") return given;
  return join(cachesOfUser(platform, env), "flytekit-ts");
}

/** The path of a cache's folder. @throws `OPTION_INVALID` */
export function assertCacheDir(dir: unknown, at: string): void {
  const isPath = typeof dir === "string" && dir !== "" && !dir.includes("\0") && !isRemote(dir);
  if (dir === undefined || isPath) return;
  const advice = 'Pass the path of a folder on this machine: `dir: ".cache/flyte"`.';
  throw wrong({ at, option: "cache.dir", wanted: "the path of a local folder", advice }, dir);
}

function checked(option: unknown, at: string): LocalCacheOptions {
  if (option === undefined || typeof option === "boolean") return {};
  if (typeof option === "string") {
    assertCacheDir(option, at);
    return { dir: option };
  }
  const advice = 'Pass `cache: true`, the path of a folder, or `cache: { dir: "...", maxSize: 1e9 }`.';
  if (typeof option !== "object" || option === null) {
    const wanted = "true, false, the path of a folder, or an object";
    throw wrong({ at, option: "cache", wanted, advice }, option);
  }
  assertOptions(option, KNOWN, `cache of ${at}`, advice);
  const { dir, maxSize, overwrite } = option as LocalCacheOptions;
  assertCacheDir(dir, at);
  if (maxSize !== undefined && !(typeof maxSize === "number" && maxSize >= 0)) {
    const size = "Pass a number of bytes: `maxSize: 500_000_000`.";
    throw wrong({ at, option: "cache.maxSize", wanted: "a number of bytes", advice: size }, maxSize);
  }
  if (overwrite !== undefined && typeof overwrite !== "boolean")
    throw wrong({ at, option: "cache.overwrite", wanted: "true or false", advice }, overwrite);
  return { dir, maxSize, overwrite };
}

/** A switch in the environment, written as flytekit takes it. */
function fromEnvironment(name: string): boolean | undefined {
  const value = process.env[name];
  if (value === undefined || value === "") return undefined;
  if (/^(?:1|t|true|y|yes|on)$/i.test(value)) return true;
  if (/^(?:0|f|false|n|no|off)$/i.test(value)) return false;
  const advice = `Set ${name} to true or false, or unset it.`;
  throw wrong({ at: "the environment", option: name, wanted: "true or false", advice }, value);
}

function cachesOfUser(platform: string, env: NodeJS.ProcessEnv): string {
  // In a container, a user may have no home.
  const home = homeFolder(env) ?? tmpdir();
  if (platform === "darwin") return join(home, "Library", "Caches");
  const given = platform === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
  if (given !== undefined && given !== "") return given;
  return platform === "win32" ? join(home, "AppData", "Local") : join(home, ".cache");
}
