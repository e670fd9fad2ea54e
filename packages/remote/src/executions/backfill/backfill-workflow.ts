import { createHash } from "node:crypto";
import type * as idl from "@flytekit-ts/models/core";
import { type ImperativeWorkflow, imperativeWorkflow, referenceLaunchPlan, t } from "@flytekit-ts/workflow";
import type { BackfillOptions } from "./backfill-options.js";

/** What a backfill executes. */
export interface BackfillPlan {
  readonly id: idl.Identifier;
  /** The input that gets the time; empty if there is none. */
  readonly kickoffInput: string;
  readonly times: readonly Date[];
}

/** A workflow that executes a launch plan once for each time: one after the other, unless they may run beside each other. */
export function backfillWorkflow(
  { id, kickoffInput, times }: BackfillPlan,
  { parallel = false, failurePolicy }: BackfillOptions,
): ImperativeWorkflow<{}, {}> {
  const { project, domain, name, version } = id;
  const inputs = kickoffInput === "" ? {} : { [kickoffInput]: t.datetime() };
  const plan = referenceLaunchPlan({ project, domain, name, version, inputs });
  const workflow = imperativeWorkflow({ name: `backfill-${name}`, failurePolicy });
  let before: ReturnType<typeof workflow.addEntity> | undefined;
  for (const time of times) {
    const after = parallel || before === undefined ? [] : [before];
    const given = kickoffInput === "" ? {} : { [kickoffInput]: time };
    before = workflow.addEntity(plan, given, { displayName: time.toISOString(), after });
  }
  return workflow;
}

/** The version of a backfill's workflow: equal backfills have equal versions. */
export function backfillVersion(plan: BackfillPlan, { parallel, failurePolicy }: BackfillOptions): string {
  const { project, domain, name, version } = plan.id;
  const times = plan.times.map((time) => time.toISOString());
  const content = [
    project,
    domain,
    name,
    version,
    plan.kickoffInput,
    times,
    parallel === true,
    failurePolicy ?? "",
  ];
  return createHash("md5").update(JSON.stringify(content)).digest("hex");
}
