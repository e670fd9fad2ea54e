import type { RunAs, Signal } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertBoolean, assertOptions, assertText, assertTexts } from "@flytekit-ts/core/tasks";
import type { ExecutionSpec } from "@flytekit-ts/models/admin";
import type { Notification } from "@flytekit-ts/workflow";
import { checkExecution } from "@flytekit-ts/workflow/checks";
import { toLaunchPlanSettings } from "@flytekit-ts/workflow/compile";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../../errors.js";
import type { RegisterSettings } from "../../registration/terms/register-settings.js";

/** How an execution runs. What is left out is decided by the launch plan, and then by the cluster. */
export interface ExecuteOptions {
  /** Where it runs. By default where the configuration says. */
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** The version of an entity of this program. By default the newest one that is registered. */
  readonly version?: string | undefined;
  /** Its name. Executing again with the same name, entity and inputs gives the same execution, and starts no other. */
  readonly name?: string | undefined;
  /** What its name begins with: a hyphen and random letters follow. */
  readonly namePrefix?: string | undefined;
  readonly labels?: { readonly [name: string]: string } | undefined;
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Who is told of its end, in place of those of the launch plan; or `"disabled"`. */
  readonly notifications?: readonly Notification[] | "disabled" | undefined;
  /** The identity with which it runs. */
  readonly runAs?: RunAs | undefined;
  /** How many nodes run at a time. */
  readonly maxParallelism?: number | undefined;
  /** The URI prefix under which files and other large values are stored. */
  readonly rawOutputPrefix?: string | undefined;
  /** The pool of clusters it is assigned to. */
  readonly clusterPool?: string | undefined;
  /** The label of the clusters it may run on. */
  readonly executionClusterLabel?: string | undefined;
  /** Whether its tasks may be interrupted. */
  readonly interruptible?: boolean | undefined;
  /** Whether cached tasks run again and replace their cached results. */
  readonly overwriteCache?: boolean | undefined;
  /** Environment variables of all its tasks. */
  readonly envs?: { readonly [name: string]: string } | undefined;
  readonly tags?: readonly string[] | undefined;
  /**
   * Registers the entity first, with all that it uses, and executes the version that is registered. What is there already
   * with the same structure is left as it is.
   */
  readonly register?: Omit<RegisterSettings, "project" | "domain" | "signal"> | undefined;
  readonly signal?: Signal | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  (
    "project domain version name namePrefix labels annotations notifications runAs maxParallelism rawOutputPrefix " +
    "clusterPool executionClusterLabel interruptible overwriteCache envs tags register signal"
  ).split(" "),
);

/**
 * The specification of an execution, with everything checked that a cluster would refuse, or take although it never works.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `EXECUTION_OPTIONS_INVALID`
 */
export function specOf(launchPlan: idl.Identifier, options: ExecuteOptions, at: string): ExecutionSpec {
  const { notifications, labels, annotations, interruptible, tags = [], envs = {} } = options;
  const { clusterPool, executionClusterLabel, maxParallelism, overwriteCache, rawOutputPrefix, runAs } =
    options;
  const told = notifications === "disabled" ? undefined : notifications;
  assertShapes(options, at);
  const common = { labels, annotations, maxParallelism, overwriteCache, rawOutputPrefix, runAs };
  const settings = toLaunchPlanSettings({ ...common, notifications: told }, at);
  const spec: ExecutionSpec = {
    launchPlan,
    inputs: undefined,
    metadata: { ...METADATA, artifactIds: [] },
    notificationOverrides: overridesOf(notifications, settings.entityMetadata?.notifications ?? []),
    labels: labels === undefined ? undefined : settings.labels,
    annotations: annotations === undefined ? undefined : settings.annotations,
    securityContext: settings.securityContext,
    authRole: undefined,
    qualityOfService: undefined,
    maxParallelism: settings.maxParallelism,
    rawOutputDataConfig: rawOutputPrefix === undefined ? undefined : settings.rawOutputDataConfig,
    clusterAssignment: clusterPool === undefined ? undefined : { clusterPoolName: clusterPool },
    interruptible,
    overwriteCache: settings.overwriteCache,
    envs: { values: Object.entries(envs).map(([key, value]) => ({ key, value })) },
    tags: [...tags],
    executionClusterLabel: executionClusterLabel === undefined ? undefined : { value: executionClusterLabel },
    executionEnvAssignments: [],
  };
  const problems = checkExecution(spec, at).map(({ message }) => message.replace(/\.$/, ""));
  if (problems.length > 0) throw errors.EXECUTION_OPTIONS_INVALID({ at, problems });
  return spec;
}

const METADATA = {
  mode: 0,
  principal: "",
  nesting: 0,
  scheduledAt: undefined,
  parentNodeExecution: undefined,
  referenceExecution: undefined,
  systemMetadata: undefined,
} as const;

/** Asserts an object of options that all are known. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN` */
export function assertExecuteOptions(options: unknown, at: string): void {
  assertOptions(options, KNOWN, at);
}

function assertShapes(options: ExecuteOptions, at: string): void {
  const { interruptible, envs, tags = [], clusterPool, executionClusterLabel, notifications } = options;
  assertBoolean(interruptible, "interruptible", at);
  assertTexts(envs, "envs", at);
  assertText(clusterPool, "clusterPool", at);
  assertText(executionClusterLabel, "executionClusterLabel", at);
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string" && tag.isWellFormed())) {
    const advice = 'Put them into a list: `tags: ["nightly"]`.';
    throw coreErrors.OPTION_INVALID({ at, option: "tags", wanted: "a list of strings", given: tags, advice });
  }
  if (typeof notifications === "string" && notifications !== "disabled") {
    const wanted = 'a list of notifications, or "disabled"';
    throw coreErrors.OPTION_INVALID({ at, option: "notifications", wanted, given: notifications });
  }
}

function overridesOf(
  given: ExecuteOptions["notifications"],
  lowered: NonNullable<ReturnType<typeof toLaunchPlanSettings>["entityMetadata"]>["notifications"],
): ExecutionSpec["notificationOverrides"] {
  if (given === undefined) return undefined;
  if (given === "disabled") return { $case: "disableAll", value: true };
  return { $case: "notifications", value: { notifications: [...lowered] } };
}
