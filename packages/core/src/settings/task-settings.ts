import type * as idl from "@flytekit-ts/models/core";

import { assertBoolean, assertText, assertTexts } from "../options/options.js";
import { ENVIRONMENT_NAME_WORDS, isEnvironmentName } from "../options/names.js";
import * as errors from "../errors.js";
import { type Accelerator, toExtendedResources } from "./accelerator.js";
import { type TaskCacheOptions, taskCache } from "./cache.js";
import { copyStruct } from "./copy-struct.js";
import { type DeckOption, type DeckTab, deckSettings } from "./deck-option.js";
import { assertDocs, type Docs } from "./docs.js";
import { assertIsolation, type Isolation } from "./isolation.js";
import { copyPodTemplate, type PodTemplate } from "./pod-template.js";
import { type Resources, toIdlResources } from "./resources.js";
import { assertRetries } from "./retries.js";
import { type RetryRule, toRetryRule } from "./retry-rule.js";
import { type RunAs, type Secret, toSecurityContext } from "./security-context.js";
import { parseDuration, type TimeSpan } from "./time-span.js";

/** Options of a task: everything except its interface and its function. */
export interface TaskOptions {
  /** How often the task is tried again after it fails; 0 by default. */
  readonly retries?: number | undefined;
  /**
   * Which errors of the task another attempt may help against. Without it these are all errors if `retries` is more
   * than 0, and none otherwise. It does not say how often: `retries` of the task or of a call does.
   */
  readonly retry?: RetryRule | undefined;
  /** Longest time of one attempt: milliseconds, or a string like `"10 minutes"`; 0 means no limit. */
  readonly timeout?: TimeSpan | undefined;
  /** Whether the task may run on machines that can be taken away while it runs (spot instances). */
  readonly interruptible?: boolean | undefined;
  readonly cache?: TaskCacheOptions | undefined;
  /**
   * Where the function runs in a local run, whatever the option `isolation` of the run says. On a cluster each execution
   * of a task has a container of its own.
   */
  readonly isolation?: Isolation | undefined;
  readonly resources?: Resources | undefined;
  /** Container image; the image of the serialization settings by default. */
  readonly image?: string | undefined;
  readonly environment?: { readonly [name: string]: string } | undefined;
  readonly accelerator?: Accelerator | undefined;
  /** Size of `/dev/shm`, such as `"2Gi"`, or `true` for as much as there is. */
  readonly sharedMemory?: true | string | undefined;
  /** A template for the task's pod, or the name of a template on the cluster. */
  readonly podTemplate?: PodTemplate | string | undefined;
  /** Secrets that the task's container receives. */
  readonly secrets?: readonly Secret[] | undefined;
  /** The identity of the task on the cluster. */
  readonly runAs?: RunAs | undefined;
  /**
   * Whether the task writes a deck, which is a page that the console shows for each execution. `true` adds tabs for the
   * inputs and outputs; `{ tabs: ["inputs", "outputs", "source", "timeline"] }` says which ones are added.
   */
  readonly deck?: DeckOption | undefined;
  /** Settings that a plugin of the backend reads from the template's `config`. */
  readonly config?: { readonly [name: string]: string } | undefined;
  /** Settings that a plugin of the backend reads from the template's `custom`: any values that JSON can hold. */
  readonly custom?: { readonly [name: string]: unknown } | undefined;
  /** Marks the task as deprecated. The string says what to use instead. */
  readonly deprecated?: string | undefined;
  readonly docs?: Docs | undefined;
}

/** Checked task options in the form that lowering and running need. */
export interface TaskSettings {
  readonly retries: number;
  /** Undefined if `retries` alone says whether errors are recoverable. */
  readonly retry: RetryRule | undefined;
  /** Nanoseconds for one attempt; 0 means no limit. */
  readonly timeout: bigint;
  readonly interruptible: boolean | undefined;
  readonly cache: TaskCacheOptions | undefined;
  /** Undefined if a run decides, and absent in a task of an older copy of this package. */
  readonly isolation?: Isolation | undefined;
  readonly resources: idl.Resources;
  readonly image: string | undefined;
  readonly environment: ReadonlyMap<string, string>;
  readonly extendedResources: idl.ExtendedResources | undefined;
  readonly podTemplate: PodTemplate | undefined;
  /** Name of a pod template on the cluster; empty for none. */
  readonly podTemplateName: string;
  readonly securityContext: idl.SecurityContext | undefined;
  readonly deck: boolean;
  /** Tabs behind those of the author. Absent in a task of an older copy of this package, which adds inputs and outputs. */
  readonly deckTabs?: readonly DeckTab[] | undefined;
  readonly config: ReadonlyMap<string, string>;
  readonly custom: { readonly [name: string]: unknown } | undefined;
  readonly deprecated: string | undefined;
  readonly docs: Docs | undefined;
}

/**
 * Check the options of a task.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING`.
 */
export function toTaskSettings(options: TaskOptions, inputs: ReadonlySet<string>, at: string): TaskSettings {
  const { retries = 0, timeout = 0, resources = {}, environment = {} } = options;
  const { interruptible, image, deprecated, docs, deck = false, config = {}, custom } = options;
  assertRetries(retries, at);
  assertIsolation(options.isolation, "isolation", at);
  assertBoolean(interruptible, "interruptible", at);
  assertTexts(config, "config", at);
  assertText(image, "image", at);
  assertText(deprecated, "deprecated", at);
  assertEnvironment(environment, at);
  assertDocs(docs, at);
  return Object.freeze({
    retries,
    retry: toRetryRule(options.retry, at),
    timeout: parseDuration(timeout, "timeout", at),
    interruptible,
    cache: taskCache(options.cache, inputs, at),
    isolation: options.isolation,
    resources: toIdlResources(resources, at),
    image,
    environment: new Map(Object.entries(environment)),
    extendedResources: toExtendedResources(options, at),
    ...podSettings(options.podTemplate, at),
    securityContext: toSecurityContext(options, at),
    ...deckSettings(deck, at),
    config: new Map(Object.entries(config)),
    custom: custom === undefined ? undefined : copyStruct(custom, "custom", at),
    deprecated,
    docs,
  });
}

function podSettings(
  template: PodTemplate | string | undefined,
  at: string,
): Pick<TaskSettings, "podTemplate" | "podTemplateName"> {
  if (typeof template !== "string") {
    const podTemplate = template === undefined ? undefined : copyPodTemplate(template, at);
    return { podTemplate, podTemplateName: "" };
  }
  assertText(template, "podTemplate", at);
  return { podTemplate: undefined, podTemplateName: template };
}

function assertEnvironment(environment: { readonly [name: string]: string }, at: string): void {
  assertTexts(environment, "environment", at);
  const name = Object.keys(environment).find((each) => !isEnvironmentName(each));
  if (name === undefined) return;
  const wanted = `names of ${ENVIRONMENT_NAME_WORDS}`;
  const advice = 'Give the name and the value separately: `environment: { MODE: "fast" }`.';
  // What follows an equals sign may be a secret.
  const given = name.replace(/=.*$/s, "=...");
  throw errors.OPTION_INVALID({ at, option: "environment", wanted, given, advice });
}
