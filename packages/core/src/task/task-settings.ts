import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { type Accelerator, toExtendedResources } from "./accelerator.js";
import { assertRetries, type CacheOptions } from "./cache.js";
import type { Docs } from "./docs.js";
import type { PodTemplate } from "./pod-template.js";
import { type Resources, toIdlResources } from "./resources.js";
import { parseDuration, type TimeSpan } from "./time-span.js";

/** Cache settings of a task. */
export interface TaskCacheOptions extends CacheOptions {
  /** Inputs that do not make an execution another one. */
  readonly ignoredInputs?: readonly string[] | undefined;
}

/** What an author says about a task beside its interface and its function. */
export interface TaskOptions {
  /** How often the task is tried again after it failed; 0 by default. */
  readonly retries?: number | undefined;
  /** Longest time of one attempt: milliseconds, or a text like `"10 minutes"`; 0 for no limit. */
  readonly timeout?: TimeSpan | undefined;
  /** Whether the task may run on machines that can be taken away. */
  readonly interruptible?: boolean | undefined;
  readonly cache?: TaskCacheOptions | undefined;
  readonly resources?: Resources | undefined;
  /** Container image; otherwise the one of the settings. */
  readonly image?: string | undefined;
  readonly environment?: { readonly [name: string]: string } | undefined;
  readonly accelerator?: Accelerator | undefined;
  /** Size of `/dev/shm`, or `true` for as much as there is. */
  readonly sharedMemory?: true | string | undefined;
  readonly podTemplate?: PodTemplate | undefined;
  /** Marks the task as deprecated, with what to use instead. */
  readonly deprecated?: string | undefined;
  readonly docs?: Docs | undefined;
}

/** Checked task options in the form that lowering and running need. */
export interface TaskSettings {
  readonly retries: number;
  /** Nanoseconds of one attempt; 0 is no limit. */
  readonly timeout: bigint;
  readonly interruptible: boolean | undefined;
  readonly cache: TaskCacheOptions | undefined;
  readonly resources: idl.Resources;
  readonly image: string | undefined;
  readonly environment: ReadonlyMap<string, string>;
  readonly extendedResources: idl.ExtendedResources | undefined;
  readonly podTemplate: PodTemplate | undefined;
  readonly deprecated: string | undefined;
  readonly docs: Docs | undefined;
}

/** Check what an author said about a task. @throws `OPTION_INVALID`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING` */
export function toTaskSettings(options: TaskOptions, inputs: ReadonlySet<string>, at: string): TaskSettings {
  const { retries = 0, timeout = 0, interruptible, resources = {}, environment = {} } = options;
  assertRetries(retries, at);
  if (interruptible !== undefined && typeof interruptible !== "boolean") {
    throw errors.OPTION_INVALID({ at, option: "interruptible", wanted: "true or false", given: interruptible });
  }
  assertCache(options.cache, inputs, at);
  return Object.freeze({
    retries,
    timeout: parseDuration(timeout, "timeout", at),
    interruptible,
    cache: options.cache,
    resources: toIdlResources(resources, at),
    image: options.image,
    environment: environmentOf(environment, at),
    extendedResources: toExtendedResources(options, at),
    podTemplate: options.podTemplate,
    deprecated: options.deprecated,
    docs: options.docs,
  });
}

function assertCache(cache: TaskCacheOptions | undefined, inputs: ReadonlySet<string>, at: string): void {
  if (cache === undefined) return;
  if (typeof cache.version !== "string" || cache.version.trim() === "") throw errors.CACHE_VERSION_MISSING({ at });
  const unknown = cache.ignoredInputs?.find((name) => !inputs.has(name));
  if (unknown === undefined) return;
  throw errors.OPTION_INVALID({ at, option: "cache.ignoredInputs", wanted: "names of inputs", given: unknown });
}

function environmentOf(environment: { readonly [name: string]: string }, at: string): Map<string, string> {
  const entries = Object.entries(environment);
  for (const [name, value] of entries) {
    if (name === "" || name.includes("=") || typeof value !== "string") {
      // The value may be a secret, so only the name is shown.
      throw errors.OPTION_INVALID({ at, option: "environment", wanted: "texts by names without =", given: name });
    }
  }
  return new Map(entries);
}
