import { describeEntity, type Entity } from "../entity/entity.js";
import { assertVariableName } from "../options/names.js";
import { assertBoolean, assertOptions, assertText, assertTexts } from "../options/options.js";
import * as errors from "../errors.js";
import { attempt, refuse, type Report } from "../errors/report.js";
import { type Accelerator, toExtendedResources } from "../settings/accelerator.js";
import { type CacheOptions, nodeCache } from "../settings/cache.js";
import type { CallSettings } from "../settings/call-settings.js";
import { copyPodTemplate, type PodTemplate } from "../settings/pod-template.js";
import { type Resources, toIdlResources } from "../settings/resources.js";
import { assertRetries } from "../settings/retries.js";
import { parseDuration, type TimeSpan } from "../settings/time-span.js";
import type { NodeKey } from "../trace/node-key.js";
import type { After, TypeLike } from "../types/infer.js";
import { CALL_OPTIONS, TASKS_ONLY } from "../words/call-option-names.js";
import { isPlainObject } from "../words/plain-object.js";
import { keysOf } from "./after.js";

/** Options of one call that any node takes. They apply to the node of this call and not to the entity. */
export interface NodeCallOptions {
  /** The node's id instead of `n0`, `n1`, ...; made DNS-safe (`My_Node` becomes `my-node`). */
  readonly id?: string | undefined;
  /** The name shown for the node, instead of the entity's. */
  readonly displayName?: string | undefined;
  /** Results of earlier calls that must finish first, although this call takes no data from them. */
  readonly after?: readonly After[] | undefined;
  /** How often the task is tried again after it fails. */
  readonly retries?: number | undefined;
  /** Longest time of one attempt: milliseconds, or a string like `"10 minutes"`; 0 means no limit. */
  readonly timeout?: TimeSpan | undefined;
  readonly interruptible?: boolean | undefined;
}

/** Options of one call of a map: also those about the container of its task. */
export interface MapCallOptions extends NodeCallOptions {
  /**
   * Written to the node only. Flyte 1.16 reads caching from the task and ignores this (`CACHE_OVERRIDE_IGNORED`).
   */
  readonly cache?: boolean | CacheOptions | undefined;
  readonly resources?: Resources | undefined;
  readonly image?: string | undefined;
  readonly accelerator?: Accelerator | undefined;
  /** Size of `/dev/shm`, such as `"2Gi"`, or `true` for as much as there is. */
  readonly sharedMemory?: true | string | undefined;
  readonly podTemplate?: PodTemplate | undefined;
}

/** Options of one call of a task. `A` are the aliases that its outputs allow. */
export interface CallOptions<A = { readonly [output: string]: string }> extends MapCallOptions {
  /** New names for outputs, by their declared names. Other nodes bind the output under its new name. */
  readonly aliases?: A | undefined;
}

/** Aliases for the outputs `O`. */
export type AliasesOf<O> = unknown extends O
  ? { readonly [output: string]: string }
  : { readonly [P in O extends TypeLike ? "o0" : keyof O]?: string };

/** The checked options of a call: the node's settings, and the nodes it comes after. */
export interface NodeOptions {
  readonly settings: CallSettings;
  readonly after: readonly NodeKey[];
}

const NONE: NodeOptions = Object.freeze({ settings: Object.freeze({}), after: Object.freeze([]) });

/** What reading the options of a call needs. */
interface Reading {
  readonly entity: Entity;
  readonly options: CallOptions;
  /** The call in words, for messages. */
  readonly at: string;
  readonly report: Report;
}

/**
 * Check the options of a call. A wrong option is reported and left out.
 *
 * @throws with the default `report`: `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`,
 * `OPTION_NEEDS_TASK`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING`, `VARIABLE_NAME_INVALID`,
 * `AFTER_NOT_A_RESULT`.
 */
export function readOptions(
  entity: Entity,
  options: CallOptions | undefined,
  report: Report = refuse,
): NodeOptions {
  if (options === undefined) return NONE;
  const reading = { entity, options, at: `the call of ${describeEntity(entity)}`, report };
  try {
    assertOptions(options, knownTo(entity, options), reading.at);
  } catch (error) {
    report(error);
    return NONE;
  }
  const settings = { ...commonSettings(reading), ...taskSettings(reading) };
  return {
    settings: Object.keys(settings).length === 0 ? NONE.settings : Object.freeze(settings),
    after: attempt(() => keysOf(options.after, reading.at), NONE.after, report),
  };
}

/** The options that an author may mean: those that the entity takes, and those given that only other entities take. */
function knownTo(entity: Entity, options: CallOptions): ReadonlySet<string> {
  if (entity.kind === "task") return CALL_OPTIONS;
  // A promise is no object of options, and its keys cannot be listed.
  const given = new Set(isPlainObject(options) ? Object.keys(options) : []);
  const hidden = new Set<string>(TASKS_ONLY.filter((each) => !isTakenBy(entity, each) && !given.has(each)));
  return new Set([...CALL_OPTIONS].filter((option) => !hidden.has(option)));
}

function commonSettings({ options, at, report }: Reading): CallSettings {
  const { id, displayName, retries, timeout, interruptible } = options;
  const read = readWith(report);
  return {
    ...read(id, (given) => ({ id: textOf(given, "id", at) })),
    ...read(displayName, (given) => ({ displayName: textOf(given, "displayName", at) })),
    ...read(retries, (given) => {
      assertRetries(given, at);
      return { retries: given };
    }),
    ...read(timeout, (given) => ({ timeout: parseDuration(given, "timeout", at) })),
    ...read(interruptible, (given) => {
      assertBoolean(given, "interruptible", at);
      return { interruptible: given };
    }),
  };
}

function taskSettings({ entity, options, at, report }: Reading): CallSettings {
  const given = TASKS_ONLY.filter((option) => options[option] !== undefined);
  if (given.length === 0) return NONE.settings;
  const refused = given.filter((option) => !isTakenBy(entity, option));
  for (const option of refused) report(errors.OPTION_NEEDS_TASK({ at, option, kind: entity.kind }));
  const taken: CallOptions = refused.length === 0 ? options : {};
  const { cache, resources, image, podTemplate, aliases } = taken;
  const read = readWith(report);
  const extendedResources = attempt(() => toExtendedResources(taken, at), undefined, report);
  return {
    ...read(cache, (given) => ({ cache: nodeCache(given, at) })),
    ...read(resources, (given) => ({ resources: toIdlResources(given, at) })),
    ...read(image, (given) => ({ image: textOf(given, "image", at) })),
    ...(extendedResources === undefined ? {} : { extendedResources }),
    ...read(podTemplate, (given) => ({ podTemplate: copyPodTemplate(given, at) })),
    ...read(aliases, (given) => ({ aliases: aliasesOf(entity, given, at) })),
  };
}

function readWith(report: Report) {
  return function read<V>(value: V | undefined, reader: (value: V) => CallSettings): CallSettings {
    return value === undefined ? {} : attempt(() => reader(value), {}, report);
  };
}

function textOf(value: string, option: string, at: string): string {
  assertText(value, option, at);
  return value;
}

// The items of a map run in the container of its task, but their outputs become one list: aliases cannot apply.
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
      const advice = `Use the names of its outputs: ${names === "" ? "there are none" : names}.`;
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
      wanted: "a different name for each output",
      given: twice,
      advice: "Choose a name that no other output has.",
    });
  }
  return known;
}
