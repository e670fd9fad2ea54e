import { coreErrors } from "@flytekit-ts/core/errors";
import { ENVIRONMENT_NAME_WORDS, isEnvironmentName, isWellFormed } from "@flytekit-ts/core/graph";
import { hidden, type SerializationSettings, type TaskResolver } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { assertPlanSettings } from "../launch-plan/with-plan-settings.js";
import { type IdPart, NAME, VERSION, wantedInstead } from "../messages/id-parts.js";

const TEXTS = [
  ["project", NAME],
  ["domain", NAME],
  ["version", VERSION],
  ["image", { pattern: /./, wanted: "the name of a container image" }],
] as const;

const KNOWN: ReadonlySet<string> = new Set([
  ...TEXTS.map(([setting]) => setting),
  ...["images", "environment", "defaultResources", "plans", "root", "cacheVersion", "fast", "resolver"],
]);

/**
 * Check that settings are strings. They may be empty, as in a compilation that registers nothing.
 *
 * @throws `SETTINGS_INVALID`, `OPTION_UNKNOWN`
 */
export function assertSettingTexts(settings: SerializationSettings): void {
  for (const [setting] of TEXTS) {
    const given = settingOf(settings, setting);
    if (typeof given !== "string") throw errors.SETTINGS_INVALID({ setting, wanted: "a string", given });
  }
  assertKnown(settings);
}

function assertKnown(settings: SerializationSettings): void {
  const option = Object.keys(settings).find((key) => !KNOWN.has(key));
  if (option === undefined) return;
  throw coreErrors.OPTION_UNKNOWN({ at: "the settings", option, known: [...KNOWN] });
}

// Callers without types may have left out the settings altogether.
function settingOf(
  settings: SerializationSettings | null | undefined,
  setting: (typeof TEXTS)[number][0],
): unknown {
  return settings?.[setting];
}

/** Check the settings that become parts of identifiers. @throws `SETTINGS_INVALID` */
export function assertNames(settings: SerializationSettings): void {
  for (const [setting, part] of TEXTS)
    if (setting !== "image") assertPart(setting, part, settingOf(settings, setting));
}

function assertPart(setting: string, part: IdPart, given: unknown): void {
  if (isText(given) && part.pattern.test(given)) return;
  throw errors.SETTINGS_INVALID({ setting, wanted: wantedInstead(part, given), given });
}

/** Check settings before anything is serialized with them. @throws `SETTINGS_INVALID`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function assertSettings(settings: SerializationSettings): void {
  for (const [setting, part] of TEXTS) assertPart(setting, part, settingOf(settings, setting));
  assertKnown(settings);
  const { root, environment, cacheVersion, resolver } = settings;
  if (root !== undefined && typeof root !== "string") {
    throw errors.SETTINGS_INVALID({ setting: "root", wanted: "the path of a folder", given: root });
  }
  if (cacheVersion !== undefined && typeof cacheVersion !== "function") {
    throw errors.SETTINGS_INVALID({ setting: "cacheVersion", wanted: "a function", given: cacheVersion });
  }
  assertEnvironment(environment);
  assertPlanSettings(settings.plans);
  assertImages(settings.images);
  assertFast(settings.fast);
  assertResolver(resolver);
}

// As the names are written in templates.
const IMAGE_NAME = /^[A-Za-z0-9_-]+$/;

function assertImages(images: unknown): void {
  if (images === undefined) return;
  const isObject = typeof images === "object" && images !== null;
  const wrong = Object.entries(isObject ? images : { images }).find(
    ([name, image]) => !IMAGE_NAME.test(name) || !isText(image) || image === "",
  );
  if (isObject && wrong === undefined) return;
  const wanted = "an object of references of images, by names of letters, digits, _ and -";
  throw errors.SETTINGS_INVALID({ setting: "images", wanted, given: isObject ? wrong : images });
}

function assertFast(fast: unknown): void {
  if (fast === undefined) return;
  const parts = typeof fast === "object" && fast !== null ? fast : {};
  for (const part of ["distribution", "destination"] as const) {
    const given: unknown = Reflect.get(parts, part);
    if (isText(given) && given !== "") continue;
    const wanted = part === "distribution" ? "the URI of an archive" : "the path of a folder";
    throw errors.SETTINGS_INVALID({ setting: `fast.${part}`, wanted, given });
  }
}

// A container finds the resolver by this text alone.
const LOCATION = /^[^#\s]+#[^#\s]+$/;

function assertResolver(resolver: unknown): void {
  if (resolver === undefined) return;
  const isObject = typeof resolver === "object" && resolver !== null;
  const { location, loaderArgs, loadTask }: Partial<Record<keyof TaskResolver, unknown>> = isObject
    ? resolver
    : {};
  if (typeof loaderArgs !== "function" || typeof loadTask !== "function") {
    throw errors.SETTINGS_INVALID({ setting: "resolver", wanted: "a TaskResolver", given: resolver });
  }
  if (location === undefined || (typeof location === "string" && LOCATION.test(location))) return;
  const wanted = "a module and the name of its export, such as @acme/flyte#resolver";
  throw errors.SETTINGS_INVALID({ setting: "resolver.location", wanted, given: location });
}

// Half of a surrogate pair cannot be written as UTF-8.
function isText(given: unknown): given is string {
  return typeof given === "string" && isWellFormed(given);
}

function assertEnvironment(environment: unknown = {}): void {
  const isObject = typeof environment === "object" && environment !== null;
  const wanted = `an object of strings, whose names are made of ${ENVIRONMENT_NAME_WORDS}`;
  // Any part of it may be a secret, so only the name is shown.
  if (!isObject)
    throw errors.SETTINGS_INVALID({ setting: "environment", wanted, given: hidden(environment).inWords });
  const wrong = Object.entries(environment).find(
    ([name, value]) => !isEnvironmentName(name) || !isText(value),
  );
  if (wrong === undefined) return;
  const given = wrong[0].replace(/=.*$/s, "=...");
  throw errors.SETTINGS_INVALID({ setting: "environment", wanted, given });
}
