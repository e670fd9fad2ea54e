import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import type { NodeKey } from "../graph/node.js";
import { isPromise, targetOf } from "../promise/flyte-promise.js";
import { isVoidPromise } from "../promise/void-promise.js";
import type { After } from "../types/infer.js";
import { type Accelerator, toExtendedResources } from "../task/accelerator.js";
import { assertRetries, type CacheOptions, cacheOf, type NodeCache } from "../task/cache.js";
import { parseDuration, type TimeSpan } from "../task/time-span.js";
import type { PodTemplate } from "../task/pod-template.js";
import { type Resources, toIdlResources } from "../task/resources.js";
import type { Entity } from "./entity.js";
import { assertVariableName } from "./names.js";

/** What one call says about its own node; nothing else of the entity changes. */
export interface CallOptions {
  /** The node's id instead of `n0`, `n1`, ...; made DNS-safe (`My_Node` becomes `my-node`). */
  readonly id?: string | undefined;
  /** The name shown for the node, instead of the entity's. */
  readonly displayName?: string | undefined;
  /** Results of earlier calls that have to be there first, though no data comes from them. */
  readonly after?: readonly After[] | undefined;
  /** How often the task is tried again after it failed. */
  readonly retries?: number | undefined;
  /** Longest time of one attempt: milliseconds, or a text like `"10 minutes"`; 0 for no limit. */
  readonly timeout?: TimeSpan | undefined;
  readonly interruptible?: boolean | undefined;
  /** On the node only; Flyte 1.16 takes caching from the task (`CACHE_OVERRIDE_IGNORED`). */
  readonly cache?: boolean | CacheOptions | undefined;
  readonly resources?: Resources | undefined;
  readonly image?: string | undefined;
  readonly accelerator?: Accelerator | undefined;
  /** Size of `/dev/shm`, or `true` for as much as there is. */
  readonly sharedMemory?: true | string | undefined;
  readonly podTemplate?: PodTemplate | undefined;
  /** Other names for outputs, by their names; who consumes the output binds the new name. */
  readonly aliases?: { readonly [output: string]: string } | undefined;
}

/** Checked call options in the form that lowering needs. Absent means: as the entity has it. */
export interface CallSettings {
  readonly id?: string;
  readonly displayName?: string;
  readonly retries?: number;
  /** Nanoseconds; 0 clears the task's own. */
  readonly timeout?: bigint;
  readonly interruptible?: boolean;
  readonly cache?: NodeCache;
  readonly resources?: idl.Resources;
  readonly image?: string;
  readonly extendedResources?: idl.ExtendedResources;
  readonly podTemplate?: PodTemplate;
  readonly aliases?: ReadonlyMap<string, string>;
}

const NONE: CallSettings = Object.freeze({});
const TASKS_ONLY = ["cache", "resources", "image", "accelerator", "sharedMemory", "podTemplate", "aliases"] as const;
const KNOWN = new Set(["id", "displayName", "after", "retries", "timeout", "interruptible", ...TASKS_ONLY]);

/**
 * Check what a call says about its node.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTION_NEEDS_TASK`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING`.
 */
export function toCallSettings(entity: Entity, options: CallOptions | undefined): CallSettings {
  if (options === undefined) return NONE;
  const at = `the call of ${entity.name}`;
  const unknown = Object.keys(options).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw errors.OPTION_UNKNOWN({ at, option: unknown });
  const settings = { ...commonSettings(options, at), ...taskSettings(entity, options, at) };
  return Object.keys(settings).length === 0 ? NONE : Object.freeze(settings);
}

function commonSettings(options: CallOptions, at: string): CallSettings {
  const { id, displayName, retries, timeout, interruptible } = options;
  if (retries !== undefined) assertRetries(retries, at);
  assertText(id, "id", at);
  assertText(displayName, "displayName", at);
  if (interruptible !== undefined && typeof interruptible !== "boolean") {
    throw errors.OPTION_INVALID({ at, option: "interruptible", wanted: "true or false", given: interruptible });
  }
  return {
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { timeout: parseDuration(timeout, "timeout", at) }),
    ...(interruptible === undefined ? {} : { interruptible }),
  };
}

function taskSettings(entity: Entity, options: CallOptions, at: string): CallSettings {
  const { cache, resources, image, accelerator, sharedMemory, podTemplate, aliases } = options;
  const given = TASKS_ONLY.find((option) => options[option] !== undefined);
  if (given === undefined) return NONE;
  if (entity.kind !== "task") throw errors.OPTION_NEEDS_TASK({ at, option: given, kind: entity.kind });
  assertText(image, "image", at);
  const extendedResources = toExtendedResources({ accelerator, sharedMemory }, at);
  return {
    ...(cache === undefined ? {} : { cache: cacheOf(cache, at) }),
    ...(resources === undefined ? {} : { resources: toIdlResources(resources, at) }),
    ...(image === undefined ? {} : { image }),
    ...(extendedResources === undefined ? {} : { extendedResources }),
    ...(podTemplate === undefined ? {} : { podTemplate }),
    ...(aliases === undefined ? {} : { aliases: aliasesOf(entity, aliases, at) }),
  };
}

function assertText(value: string | undefined, option: string, at: string): void {
  if (value !== undefined && (typeof value !== "string" || value === "")) {
    throw errors.OPTION_INVALID({ at, option, wanted: "a text that is not empty", given: value });
  }
}

function aliasesOf(entity: Entity, aliases: { readonly [output: string]: string }, at: string): Map<string, string> {
  const known = new Map(Object.entries(aliases));
  for (const [output, alias] of known) {
    if (!entity.interface.outputs.has(output)) {
      throw errors.OPTION_INVALID({ at, option: "aliases", wanted: "names of outputs", given: output });
    }
    assertVariableName(alias, `aliases in ${at}`);
  }
  const names = [...entity.interface.outputs.keys()].map((output) => known.get(output) ?? output);
  if (new Set(names).size !== names.length) {
    throw errors.OPTION_INVALID({ at, option: "aliases", wanted: "a name of its own for each output", given: names });
  }
  return known;
}

/**
 * The nodes that a call comes after.
 *
 * @throws `AFTER_NOT_A_RESULT` for workflow inputs and for what no call gave.
 */
export function keysOf(after: readonly After[] | undefined, at: string): readonly NodeKey[] {
  return [...new Set((after ?? []).map((result) => keyOf(result, at)))];
}

function keyOf(result: unknown, at: string): NodeKey {
  const first: unknown = isResultObject(result) ? Object.values(result)[0] : result;
  const key = isVoidPromise(first) ? first["~node"] : isPromise(first) ? targetOf(first).node : undefined;
  if (key === undefined || key.index === -1) {
    throw errors.AFTER_NOT_A_RESULT({ at, given: key === undefined ? "something else" : "a workflow input" });
  }
  return key;
}

function isResultObject(result: unknown): result is object {
  return typeof result === "object" && result !== null && !isPromise(result) && !isVoidPromise(result);
}
