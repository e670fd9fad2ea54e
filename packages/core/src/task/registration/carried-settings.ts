import { describeValue } from "../../words/describe-value.js";
import { isPlainObject } from "../../words/plain-object.js";
import * as errors from "../../errors.js";
import { textOf } from "../../errors/text-of.js";
import { imageOfParts, imageParts } from "./image-parts.js";
import { resourcesJson, resourcesOf } from "./carried-resources.js";
import type { FastRegistration } from "./fast-registration.js";
import type { SerializationSettings } from "./serialization-settings.js";

/** The environment variable that holds the settings of a registration, in the form that flytekit gives them. */
export const SETTINGS_VARIABLE = "_F_SS_C";

/** The settings of a registration that are data. */
export type CarriedSettings = Pick<
  SerializationSettings,
  "project" | "domain" | "version" | "image" | "images" | "environment" | "defaultResources" | "root" | "fast"
>;

/**
 * Settings as the text of an environment variable: JSON with gzip, in base64.
 *
 * The bytes are stored and not compressed, so that each version of zlib gives the same text.
 */
export function carrySettings({ image, images, fast, ...settings }: CarriedSettings): string {
  const parts = namedParts("default", image);
  const named = Object.entries(images ?? {}).map(([name, each]) => namedParts(name, each));
  const json = {
    image_config: { default_image: parts, images: [parts, ...named] },
    project: settings.project || null,
    domain: settings.domain || null,
    version: settings.version || null,
    env: settings.environment ?? null,
    default_resources: resourcesJson(settings.defaultResources),
    git_repo: null,
    fast_serialization_settings:
      fast === undefined
        ? null
        : { enabled: true, destination_dir: fast.destination, distribution_location: fast.distribution },
    source_root: settings.root ?? null,
  };
  const { gzipSync } = process.getBuiltinModule("node:zlib");
  const bytes = gzipSync(JSON.stringify(json), { level: 0 });
  // The operating system, which would differ: 255 is "unknown".
  bytes[9] = 255;
  return bytes.toString("base64");
}

/** The settings in a text of `carrySettings` or flytekit. What the text leaves out is empty. @throws `SETTINGS_UNREADABLE` */
export function carriedSettings(text: string): CarriedSettings {
  const json = parse(text);
  const texts = (name: string): string => textOr(json[name]) ?? "";
  const config = isPlainObject(json["image_config"]) ? json["image_config"] : {};
  const images = imagesOf(config["images"]);
  const environment = isPlainObject(json["env"]) ? json["env"] : undefined;
  const root = textOr(json["source_root"]);
  const fast = fastOf(json["fast_serialization_settings"]);
  const defaultResources = resourcesOf(json["default_resources"]);
  return {
    project: texts("project"),
    domain: texts("domain"),
    version: texts("version"),
    image: imageOf(config["default_image"]),
    ...(images === undefined ? {} : { images }),
    ...(environment === undefined ? {} : { environment: environment as { readonly [name: string]: string } }),
    ...(defaultResources === undefined ? {} : { defaultResources }),
    ...(root === undefined ? {} : { root }),
    ...(fast === undefined ? {} : { fast }),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    const { gunzipSync } = process.getBuiltinModule("node:zlib");
    parsed = JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString("utf8"));
  } catch (cause) {
    throw errors.SETTINGS_UNREADABLE({ variable: SETTINGS_VARIABLE, problem: textOf(cause) }, { cause });
  }
  if (isPlainObject(parsed)) return parsed;
  const problem = `it holds ${describeValue(parsed)}`;
  throw errors.SETTINGS_UNREADABLE({ variable: SETTINGS_VARIABLE, problem });
}

function fastOf(given: unknown): FastRegistration | undefined {
  if (!isPlainObject(given) || given["enabled"] !== true) return undefined;
  const [distribution, destination] = [given["distribution_location"], given["destination_dir"]].map(textOr);
  return { distribution: distribution ?? "", destination: destination ?? "" };
}

function textOr(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined;
}

function namedParts(name: string, image: string): Record<string, string | null> {
  const { fqn, tag, digest } = imageParts(image);
  return { name, fqn, tag: tag ?? null, digest: digest ?? null };
}

function imageOf(given: unknown): string {
  if (!isPlainObject(given)) return "";
  const [fqn = "", tag, digest] = [given["fqn"], given["tag"], given["digest"]].map(textOr);
  return imageOfParts({ fqn, tag, digest });
}

function imagesOf(given: unknown): { readonly [name: string]: string } | undefined {
  const named = (Array.isArray(given) ? given : []).flatMap((each: unknown) => {
    const name = isPlainObject(each) ? textOr(each["name"]) : undefined;
    return name === undefined || name === "default" ? [] : [[name, imageOf(each)] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
