import type * as idl from "@flytekit-ts/models/core";
import type { ImperativeWorkflow } from "@flytekit-ts/workflow";
import { getLaunchPlan } from "../../entities/lists/get-entity.js";
import { scopeOf } from "../../entities/ids/scope.js";
import { errors } from "../../errors.js";
import { register } from "../../registration/register.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import type { Execution } from "../handle/execution.js";
import { executionOf } from "../handle/execution-of.js";
import { startExecution } from "../start/execute.js";
import { resolveTarget } from "../start/resolve-target.js";
import { assertBackfillOptions, type BackfillOptions } from "./backfill-options.js";
import { backfillVersion, backfillWorkflow } from "./backfill-workflow.js";
import { timesOf } from "./times-of.js";

/** A backfill: the workflow that executes a launch plan for each time, and its execution. */
export interface Backfill {
  /** Each is given to one execution of the plan. */
  readonly times: readonly Date[];
  readonly workflow: ImperativeWorkflow<{}, {}>;
  readonly version: string;
  /** None if it was only made, or only registered. */
  readonly execution: Execution<{}, {}> | undefined;
}

/** Executes a launch plan for the times of its schedule that are past. */
export async function backfill(
  given: unknown,
  options: BackfillOptions,
  access: ClusterAccess,
): Promise<Backfill> {
  assertBackfillOptions(options);
  const { from, to, signal, project, domain } = options;
  const { connection } = access;
  const id = await planOf(given, options, access);
  const { spec } = await getLaunchPlan(connection, id, { signal });
  const { schedule } = spec.entityMetadata ?? {};
  const times = timesOf(schedule, { plan: id.name, from, to });
  const plan = { id, kickoffInput: schedule?.kickoffTimeInputArg ?? "", times };
  const workflow = backfillWorkflow(plan, options);
  const { version = backfillVersion(plan, options), execute = true } = options;
  if (options.register === false) return { times, workflow, version, execution: undefined };
  const scope = scopeOf(connection.config, { project, domain }, "remote.backfill");
  await register(connection, workflow, { ...scope, version, image: NO_IMAGE, signal });
  if (!execute) return { times, workflow, version, execution: undefined };
  const { name, namePrefix, labels, tags, maxParallelism, overwriteCache } = options;
  const how = { ...scope, version, name, namePrefix, labels, tags, maxParallelism, overwriteCache, signal };
  const started = await startExecution(workflow, {}, { options: how, access });
  const execution = executionOf(started.id, workflow, access) as Execution<{}, {}>;
  return { times, workflow, version, execution };
}

async function planOf(
  given: unknown,
  { project, domain, planVersion, signal }: BackfillOptions,
  access: ClusterAccess,
): Promise<idl.Identifier> {
  const { id, words } = await resolveTarget(given, { project, domain, version: planVersion, signal }, access);
  if (id.resourceType === LAUNCH_PLAN) return id;
  throw errors.BACKFILL_INVALID({ plan: id.name, problem: `the ${words} has no schedule` });
}

const LAUNCH_PLAN = 3;
// The workflow has no tasks, whose containers would need one.
const NO_IMAGE = "none";
