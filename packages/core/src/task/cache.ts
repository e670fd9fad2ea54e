import { errors } from "../errors.js";

/** What makes two executions of a task one: its name, its interface, its inputs, and this version. */
export interface CacheOptions {
  readonly version: string;
  /** Whether equal executions wait for the first instead of running beside it. */
  readonly serialize?: boolean | undefined;
}

/** Cache settings of a node. */
export interface NodeCache {
  readonly cacheable: boolean;
  readonly version?: string;
  readonly serialize?: boolean;
}

/** Checked cache settings of one call. @throws `CACHE_VERSION_MISSING` */
export function cacheOf(cache: boolean | CacheOptions, at: string): NodeCache {
  if (cache === false) return { cacheable: false };
  if (cache === true) throw errors.CACHE_VERSION_MISSING({ at });
  const { version, serialize } = cache;
  if (typeof version !== "string" || version.trim() === "") throw errors.CACHE_VERSION_MISSING({ at });
  return { cacheable: true, version, ...(serialize === undefined ? {} : { serialize }) };
}

/** @throws `OPTION_INVALID` unless retries is a whole number from 0 to 2^32 - 1. */
export function assertRetries(retries: unknown, at: string): void {
  if (!Number.isInteger(retries) || Number(retries) < 0 || Number(retries) > 0xffffffff) {
    throw errors.OPTION_INVALID({ at, option: "retries", wanted: "a whole number from 0", given: retries });
  }
}
