import {
  type AuthRole,
  type ExecutionSpec,
  type LaunchPlanSpec,
  WorkflowExecutionConfig,
} from "@flytekit-ts/models/admin";
import type { SecurityContext } from "@flytekit-ts/models/core";
import { configsOf, type Scope } from "./configs-of.js";

/** What an execution runs with where nobody says anything else. */
const DEFAULT_PARALLELISM = 25;

/** What a request, a plan, or an attribute may say of how an execution runs. */
type Source = Pick<
  WorkflowExecutionConfig,
  | "maxParallelism"
  | "securityContext"
  | "rawOutputDataConfig"
  | "labels"
  | "annotations"
  | "interruptible"
  | "overwriteCache"
  | "envs"
>;

/** How an execution runs: what its request says counts most, then its plan, attributes from the closest on, and the server. */
export function executionConfig(
  scope: Scope,
  request: ExecutionSpec,
  plan: LaunchPlanSpec | undefined,
): WorkflowExecutionConfig {
  const sources: readonly Source[] = [request, ...(plan === undefined ? [] : [plan]), ...configsOf(scope)];
  let config = WorkflowExecutionConfig.create({});
  for (const source of sources) config = merged(config, source);
  const securityContext = config.securityContext ?? contextOf(roleOf(request, plan));
  return { ...config, securityContext, maxParallelism: config.maxParallelism || DEFAULT_PARALLELISM };
}

/** What is said already stays. Fields that are there but empty say nothing. */
function merged(config: WorkflowExecutionConfig, source: Source): WorkflowExecutionConfig {
  const { rawOutputDataConfig: raw, labels, annotations } = source;
  return {
    ...config,
    maxParallelism: config.maxParallelism || Math.max(source.maxParallelism, 0),
    securityContext:
      config.securityContext ?? (saysWho(source.securityContext) ? source.securityContext : undefined),
    rawOutputDataConfig: config.rawOutputDataConfig ?? (raw?.outputLocationPrefix ? raw : undefined),
    labels: config.labels ?? (isFilled(labels?.values) ? labels : undefined),
    annotations: config.annotations ?? (isFilled(annotations?.values) ? annotations : undefined),
    interruptible: config.interruptible ?? source.interruptible,
    overwriteCache: config.overwriteCache || source.overwriteCache,
    envs: config.envs ?? ((source.envs?.values.length ?? 0) > 0 ? source.envs : undefined),
  };
}

function saysWho(context: SecurityContext | undefined): boolean {
  const { k8sServiceAccount = "", iamRole = "", executionIdentity = "" } = context?.runAs ?? {};
  return k8sServiceAccount !== "" || iamRole !== "" || executionIdentity !== "";
}

function isFilled(
  values: ReadonlyMap<string, string> | Readonly<Record<string, string>> | undefined,
): boolean {
  if (values === undefined) return false;
  return values instanceof Map ? values.size > 0 : Object.keys(values).length > 0;
}

/** The role that older clients name in place of a security context. */
function roleOf(request: ExecutionSpec, plan: LaunchPlanSpec | undefined): Partial<AuthRole> {
  if (request.authRole !== undefined) return request.authRole;
  return plan?.authRole ?? plan?.auth ?? { assumableIamRole: plan?.role ?? "" };
}

function contextOf({
  assumableIamRole = "",
  kubernetesServiceAccount = "",
}: Partial<AuthRole>): SecurityContext {
  const runAs = {
    iamRole: assumableIamRole,
    k8sServiceAccount: kubernetesServiceAccount,
    oauth2Client: undefined,
    executionIdentity: "",
  };
  return { runAs, secrets: [], tokens: [] };
}
