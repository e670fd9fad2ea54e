import type { OptionValue } from "../../command/option-spec.js";
import type { Settings } from "../../config/config.js";
import type { Project } from "../../config/project.js";
import { nameAndValue } from "../../inputs/name-and-value.js";
import type { planOptions } from "./plan-options.js";

/** What was given for the options of `planOptions`. */
export type PlanOptionValues = {
  readonly [N in keyof typeof planOptions]: OptionValue<(typeof planOptions)[N]>;
};

/** A project with the settings of launch plans of one call over its own. @throws `USAGE_INVALID` */
export function withPlanOptions(project: Project, given: PlanOptionValues): Project {
  const { "service-account": serviceAccount, "raw-output-prefix": rawOutputPrefix } = given;
  const { labels, annotations, runAs } = project.settings.plans ?? {};
  const plans: NonNullable<Settings["plans"]> = {
    labels: over(labels, given.label, "label"),
    annotations: over(annotations, given.annotation, "annotation"),
    runAs: serviceAccount === undefined ? undefined : { ...runAs, serviceAccount },
    rawOutputPrefix,
  };
  return project.withSettings({ plans }, (path) => `--${OPTIONS[path] ?? path}`);
}

const OPTIONS: { readonly [setting: string]: string } = {
  "plans.labels": "label",
  "plans.annotations": "annotation",
  "plans.runAs": "service-account",
  "plans.rawOutputPrefix": "raw-output-prefix",
};

type Pairs = { readonly [name: string]: string } | undefined;

function over(own: Pairs, texts: readonly string[], option: string): Pairs {
  if (texts.length === 0) return undefined;
  return { ...own, ...Object.fromEntries(texts.map((text) => nameAndValue(text, option))) };
}
