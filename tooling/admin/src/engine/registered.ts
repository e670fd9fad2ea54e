import { LaunchPlan } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import type { EngineRegistry } from "@flytekit-ts/propeller";
import { entityKey, launchPlans, tasks, workflows } from "../registry/tables.js";
import type { State } from "../state/state.js";
import { decompiled } from "./decompiled.js";

/** What is registered, as the engine asks for it. */
export function registered(state: State): EngineRegistry {
  return {
    task: (id) => state.table(tasks).get(entityKey(id))?.compiled.template,
    workflow: (id) => workflowSpec(state, id),
    plan: (id) => {
      const row = state.table(launchPlans).get(entityKey(id));
      return row === undefined ? undefined : { ...LaunchPlan.create({}), id: row.id, spec: row.spec };
    },
    named: (name) => {
      throw new Error(`executions are started by identifiers here, not by the name ${name}`);
    },
  };
}

function workflowSpec(state: State, id: Identifier) {
  const row = state.table(workflows).get(entityKey(id));
  if (row === undefined) return undefined;
  const { workflow, subWorkflows } = decompiled(row.compiled);
  return { template: workflow, subWorkflows: [...subWorkflows], description: undefined };
}
