import { environmentFrom, imagesFrom } from "@flytekit-ts/runtime/package";
import type { OptionValue } from "../../command/option-spec.js";
import type { CodeForm, Settings } from "../../config/config.js";
import type { Project } from "../../config/project.js";
import { errors } from "../../errors.js";
import { resourcesGiven } from "./resources-given.js";
import type { packageOptions } from "./package-options.js";

/** What was given for the options of `packageOptions`. */
export type PackageOptionValues = {
  readonly [N in keyof typeof packageOptions]: OptionValue<(typeof packageOptions)[N]>;
};

const COPIES: { readonly [copy: string]: CodeForm } = { auto: "bundle", all: "files", none: "image" };

/** A project with the options of one call over its settings. @throws `OPTION_INVALID`, `USAGE_INVALID` */
export function withPackageOptions(project: Project, given: PackageOptionValues): Project {
  const { image, version, code, copy, env, destination } = given;
  if (code !== undefined && copy !== undefined && COPIES[copy] !== code) {
    throw errors.USAGE_INVALID({
      command: "tsflyte",
      problem: `\`--code ${code}\` and \`--copy ${copy}\` say different things`,
      advice: `\`--copy ${copy}\` is \`--code ${COPIES[copy]}\`: give one of the two.`,
    });
  }
  const settings: Settings = {
    ...imageSettings(image),
    version,
    code: code ?? (copy === undefined ? undefined : COPIES[copy]),
    ...(env.length === 0 ? {} : { environment: environmentFrom(env) }),
    resources: resourcesGiven(given["resource-requests"], given["resource-limits"]),
    destination,
  };
  return project.withSettings(
    settings,
    (path) => `--${OPTIONS[path.split(".")[0] ?? ""] ?? path.split(".")[0]}`,
  );
}

const OPTIONS: { readonly [setting: string]: string } = {
  images: "image",
  environment: "env",
  resources: "resource-requests",
};

// Images by name need no other image on the command line: that may be one of the settings.
function imageSettings(texts: readonly string[]): Pick<Settings, "image" | "images"> {
  if (texts.length === 0) return {};
  const hasOwn = texts.some((text) => !/^[^=/]*=/.test(text) || text.startsWith("default="));
  const { image, images } = imagesFrom(hasOwn ? texts : [...texts, "not-given:0"]);
  return { ...(hasOwn ? { image } : {}), images };
}
