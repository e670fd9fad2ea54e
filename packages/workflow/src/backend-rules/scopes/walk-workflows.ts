import type * as idl from "@flytekit-ts/models/core";
import type { Entities, Entity } from "../sites/entities.js";
import { type Site, STAGES } from "../sites/site.js";
import { openScope, type Scope } from "./scope.js";

/** A workflow and all workflows that it contains. */
export interface Nest {
  /** Each once, outermost first. Those that Flyte's compiler checks come before the others. */
  readonly scopes: readonly Scope[];
  /** For each called sub-workflow, the sub-workflows that it calls itself. */
  readonly calls: ReadonlyMap<Entity, readonly Entity[]>;
}

/**
 * Open a workflow and all workflows that it contains, each once. Flyte's compiler checks a sub-workflow if a plain
 * node calls it, but not if only arrays do.
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
