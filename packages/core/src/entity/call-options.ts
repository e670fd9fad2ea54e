import type * as idl from "@flytekit-ts/models/core";

import { errors } from "../errors.js";
import { type Accelerator, toExtendedResources } from "../task/accelerator.js";
import { type CacheOptions, type NodeCache, nodeCache } from "../task/cache.js";
import { copyPodTemplate, type PodTemplate } from "../task/pod-template.js";
import { type Resources, toIdlResources } from "../task/resources.js";
import { assertRetries } from "../task/retries.js";
import { parseDuration, type TimeSpan } from "../task/time-span.js";
import type { After } from "../types/infer.js";
import { describeEntity, type Entity } from "./entity.js";
import { assertVariableName } from "./names.js";
import { assertBoolean, assertOptions, assertText, assertTexts } from "./options.js";

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
const TASKS_ONLY = [
  "cache",
  "resources",
  "image",
  "accelerator",
  "sharedMemory",
  "podTemplate",
  "aliases",
] as const;
const KNOWN: ReadonlySet<string> = new Set([
  ...["id", "displayName", "after", "retries", "timeout", "interruptible"],
  ...TASKS_ONLY,
]);

/**
 * Check what a call says about its node.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTION_NEEDS_TASK`, `RESOURCE_INVALID`,
 * `CACHE_VERSION_MISSING`, `VARIABLE_NAME_INVALID`.
 */
export function toCallSettings(entity: Entity, options: CallOptions | undefined): CallSettings {
  if (options === undefined) return NONE;
  const at = `the call of ${describeEntity(entity)}`;
  assertOptions(options, KNOWN, at);
  const settings = { ...commonSettings(options, at), ...taskSettings(entity, options, at) };
  return Object.keys(settings).length === 0 ? NONE : Object.freeze(settings);
}

function commonSettings(options: CallOptions, at: string): CallSettings {
  const { id, displayName, retries, timeout, interruptible } = options;
  assertText(id, "id", at);
  assertText(displayName, "displayName", at);
  if (retries !== undefined) assertRetries(retries, at);
  assertBoolean(interruptible, "interruptible", at);
  return {
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { timeout: parseDuration(timeout, "timeout", at) }),
    ...(interruptible === undefined ? {} : { interruptible }),
  };
}

function taskSettings(entity: Entity, options: CallOptions, at: string): CallSettings {
  const { cache, resources, image, podTemplate, aliases } = options;
  const given = TASKS_ONLY.filter((option) => options[option] !== undefined);
  if (given.length === 0) return NONE;
  const refused = given.find((option) => !isTakenBy(entity, option));
  if (refused !== undefined) throw errors.OPTION_NEEDS_TASK({ at, option: refused, kind: entity.kind });
  assertText(image, "image", at);
  const extendedResources = toExtendedResources(options, at);
  return {
    ...(cache === undefined ? {} : { cache: nodeCache(cache, at) }),
    ...(resources === undefined ? {} : { resources: toIdlResources(resources, at) }),
    ...(image === undefined ? {} : { image }),
    ...(extendedResources === undefined ? {} : { extendedResources }),
    ...(podTemplate === undefined ? {} : { podTemplate: copyPodTemplate(podTemplate, at) }),
    ...(aliases === undefined ? {} : { aliases: aliasesOf(entity, aliases, at) }),
  };
}

// A map's items run in its target's container; their outputs become one list, under one name.
function isTakenBy({ kind }: Entity, option: (typeof TASKS_ONLY)[number]): boolean {
  return kind === "task" || (kind === "map" && option !== "aliases");
}

function aliasesOf(
  { interface: { outputs } }: Entity,
  aliases: { readonly [output: string]: string },
  at: string,
): ReadonlyMap<string, string> {
  assertTexts(aliases, "aliases", at);
  const known = new Map(Object.entries(aliases));
  for (const [output, alias] of known) {
    if (!outputs.has(output)) {
      const [wanted, names] = ["names of outputs", [...outputs.keys()].join(", ")];
      const advice = `Give other names to the outputs that there are: ${names === "" ? "none" : names}.`;
      throw errors.OPTION_INVALID({ at, option: "aliases", wanted, given: output, advice });
    }
    assertVariableName(alias, `aliases in ${at}`);
  }
  const names = [...outputs.keys()].map((output) => known.get(output) ?? output);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw errors.OPTION_INVALID({
      at,
      option: "aliases",
      wanted: "a name of its own for each output",
      given: twice,
      advice: "Choose a name that no other output has.",
    });
  }
  return known;
}
