import type * as idl from "@flytekit-ts/models/core";
import type { Entities, Entity } from "../sites/entities.js";
import { type Site, STAGES } from "../sites/site.js";
import { openScope, type Scope } from "./scope.js";

/** A workflow and all that it contains. */
export interface Nest {
  /** Each once, outermost first; those that Flyte's compiler looks into come before the others. */
  readonly scopes: readonly Scope[];
  /** Which sub-workflows each sub-workflow that is called calls itself. */
  readonly calls: ReadonlyMap<Entity, readonly Entity[]>;
}

/**
 * Open a workflow and all that it contains, each once: what both an array and a plain node call is looked into by
 * Flyte's compiler, what only arrays call is not.
 */
export function walkWorkflows(template: idl.WorkflowTemplate, entities: Entities): Nest {
  const scopes = [openScope(template, entities, { isMain: true, isSeen: true })];
  const calls = new Map<Entity, readonly Entity[]>();
  const follow = (isSeen: boolean): void => {
    // More scopes are added while these are walked.
    for (const scope of scopes) {
      for (const site of scope.sites) {
        const called = workflowCalled(site);
        if (called === undefined || calls.has(called)) continue;
        if (isSeen && site.stage < STAGES.node) continue;
        const opened = openScope(called.template, entities, { isMain: false, isSeen });
        calls.set(
          called,
          opened.sites.flatMap((inside) => workflowCalled(inside) ?? []),
        );
        scopes.push(opened);
      }
    }
  };
  follow(true);
  follow(false);
  return { scopes, calls };
}

function workflowCalled({ calls }: Site) {
  return calls?.entity?.kind === "workflow" ? calls.entity : undefined;
}
