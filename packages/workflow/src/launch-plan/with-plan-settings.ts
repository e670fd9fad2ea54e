import { assertOptions, type PlanSettings } from "@flytekit-ts/core/tasks";
import type { LaunchPlanSettings } from "./launch-plan-entity.js";
import { toLaunchPlanSettings } from "./launch-plan-settings.js";

const AT = "`plans` of the settings";
const KNOWN: ReadonlySet<string> = new Set(["labels", "annotations", "runAs", "rawOutputPrefix"]);

/** Check the settings of all launch plans. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function assertPlanSettings(given: PlanSettings | undefined): void {
  if (given === undefined) return;
  assertOptions(given, KNOWN, AT);
  toLaunchPlanSettings(given, AT);
}

/** The settings of a launch plan, with those of all launch plans over them. */
export function withPlanSettings(
  own: LaunchPlanSettings,
  given: PlanSettings | undefined,
): LaunchPlanSettings {
  if (given === undefined) return own;
  const { labels, annotations, securityContext, rawOutputDataConfig } = toLaunchPlanSettings(given, AT);
  return {
    ...own,
    labels: merged(own.labels, labels),
    annotations: merged(own.annotations, annotations),
    ...(given.rawOutputPrefix === undefined ? {} : { rawOutputDataConfig }),
    ...(securityContext === undefined
      ? {}
      : {
          securityContext: { secrets: [], tokens: [], ...own.securityContext, runAs: securityContext.runAs },
        }),
  };
}

type Pairs = LaunchPlanSettings["labels"];

function merged(own: Pairs, given: Pairs): Pairs {
  return { values: new Map([...(own?.values ?? []), ...(given?.values ?? [])]) };
}
