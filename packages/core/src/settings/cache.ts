import { assertBoolean, assertOptions, assertText } from "../options/options.js";
import * as errors from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/**
 * Cache settings of a call.
 *
 * An execution takes its result from the cache if the task's name, its interface, its inputs and this version are
 * the same as in an earlier execution.
 */
export interface CacheOptions {
  /** Change it whenever the result would change. For a task, `"auto"` is computed from its function. */
  readonly version: string;
  /** Whether equal executions wait for the first one instead of running at the same time. */
  readonly serialize?: boolean | undefined;
}

/** Cache settings of a task. */
export interface TaskCacheOptions extends CacheOptions {
  /** Names of inputs that are not compared: a different value of such an input still finds the cached result. */
  readonly ignoredInputs?: readonly string[] | undefined;
}

/** Cache settings of a node. */
export interface NodeCache {
  readonly cacheable: boolean;
  readonly version?: string;
  readonly serialize?: boolean;
}

/** The cache version that is computed from the function of the task, and from what it uses. */
export const AUTO_VERSION = "auto";

/** Checked cache settings of one call. @throws `CACHE_VERSION_MISSING`, `OPTION_INVALID` */
export function nodeCache(cache: boolean | CacheOptions, at: string): NodeCache {
  if (cache === false) return { cacheable: false };
  const { version, serialize } = assertCache(cache, CALL, at);
  if (version === AUTO_VERSION) {
    const advice = 'Declare `cache: { version: "auto" }` on the task.';
    throw errors.OPTION_INVALID({
      at,
      option: "cache.version",
      wanted: "a fixed version",
      given: version,
      advice,
    });
  }
  return { cacheable: true, version, ...(serialize === undefined ? {} : { serialize }) };
}

/** Checked cache settings of a task. @throws `CACHE_VERSION_MISSING`, `OPTION_INVALID` */
export function taskCache(
  cache: TaskCacheOptions | undefined,
  inputs: ReadonlySet<string>,
  at: string,
): TaskCacheOptions | undefined {
  if (cache === undefined) return undefined;
  const { version, serialize } = assertCache(cache, TASK, at);
  const { ignoredInputs = [] } = cache;
  const refuse = (given: unknown): never => {
    const known = [...inputs].join(", ");
    const advice = `Give a list of names of the task's inputs: ${known === "" ? "there are none" : known}.`;
    throw errors.OPTION_INVALID({
      at,
      option: "cache.ignoredInputs",
      wanted: "names of inputs",
      given,
      advice,
    });
  };
  if (!Array.isArray(ignoredInputs)) refuse(ignoredInputs);
  for (const name of ignoredInputs) if (!inputs.has(name)) refuse(name);
  return { version, serialize, ignoredInputs: [...ignoredInputs] };
}

const CALL = new Set(["version", "serialize"]);
const TASK = new Set([...CALL, "ignoredInputs"]);

function assertCache(cache: unknown, known: ReadonlySet<string>, at: string): CacheOptions {
  // `true` says that there is a cache, but not which version.
  if (cache === true) throw errors.CACHE_VERSION_MISSING({ at });
  if (!isPlainObject(cache)) {
    const wanted = `{ ${[...known].join(", ")} }`;
    const advice = 'Give `cache: { version: "1" }`, or leave `cache` out where nothing is cached.';
    throw errors.OPTION_INVALID({ at, option: "cache", wanted, given: cache, advice });
  }
  assertOptions(cache, known, `cache of ${at}`);
  const { version, serialize } = cache;
  if (version === undefined || (typeof version === "string" && version.trim() === ""))
    throw errors.CACHE_VERSION_MISSING({ at });
  if (typeof version !== "string") {
    const advice = 'Write the version as a string: `version: "1"`.';
    throw errors.OPTION_INVALID({ at, option: "cache.version", wanted: "a string", given: version, advice });
  }
  assertText(version, "cache.version", at);
  assertBoolean(serialize, "cache.serialize", at);
  return { version, ...(serialize === undefined ? {} : { serialize: serialize as boolean }) };
}
