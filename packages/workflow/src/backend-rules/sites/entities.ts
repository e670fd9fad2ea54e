import type * as idl from "@flytekit-ts/models/core";
import { completeInterface, type NodeInterface, variablesOf } from "./variables.js";

/** A launch plan as its callers see it: its inputs, required or with a default, and its outputs. */
export interface LaunchPlanInterface {
  readonly id: idl.Identifier;
  readonly expectedInputs: idl.ParameterMap | undefined;
  readonly expectedOutputs: idl.VariableMap | undefined;
}

/** A workflow with everything that its nodes call, as messages. */
export interface WorkflowToCheck {
  readonly template: idl.WorkflowTemplate;
  /** All workflows that it contains, at any depth. */
  readonly subWorkflows: readonly idl.WorkflowTemplate[];
  readonly tasks: readonly idl.TaskTemplate[];
  readonly launchPlans: readonly LaunchPlanInterface[];
  /** Words for nodes in error messages. Where it is absent or returns `undefined`, messages use the node's id. */
  readonly wordsOf?: NodeWords | undefined;
  /** Words for outputs in error messages. Where it is absent or returns `undefined`, messages use node and name. */
  readonly outputWordsOf?: OutputWords | undefined;
  /**
   * Whether a sub-workflow is registered by itself, too. Where it is absent, all of them are: Flyte's SDKs register
   * each workflow that another contains.
   */
  readonly isRegistered?: ((workflow: string) => boolean) | undefined;
}

/** The author's words for a node of a workflow. */
export type NodeWords = (workflow: string, nodeId: string) => string | undefined;

/** The author's words for an output of a node. */
export type OutputWords = (workflow: string, nodeId: string, output: string) => string | undefined;

/** An entity that a node can call. */
export type Entity =
  | (Called & { readonly kind: "task"; readonly template: idl.TaskTemplate })
  | (Called & { readonly kind: "workflow"; readonly template: idl.WorkflowTemplate })
  | { readonly kind: "launch plan"; readonly id: idl.Identifier; readonly plan: LaunchPlanInterface };

interface Called {
  readonly id: idl.Identifier;
  /** Absent if it is incomplete. */
  readonly interface: NodeInterface | undefined;
}

/** The entities that nodes can call, by the names in their identifiers. */
export interface Entities {
  readonly tasks: EntitiesByName;
  readonly workflows: EntitiesByName;
  readonly launchPlans: EntitiesByName;
  readonly wordsOf?: NodeWords | undefined;
  readonly outputWordsOf?: OutputWords | undefined;
  readonly isRegistered?: WorkflowToCheck["isRegistered"];
}

/** Entities of one kind by name. Those with the same name differ in another part of their identifiers. */
export type EntitiesByName = ReadonlyMap<string, readonly Entity[]>;

/**
 * All entities that nodes can call.
 *
 * If two tasks have the same identifier, the first counts, as in the backend. Of two launch plans the last counts.
 */
export function indexEntities(toCheck: WorkflowToCheck): Entities {
  const { subWorkflows, tasks, launchPlans, wordsOf, outputWordsOf, isRegistered } = toCheck;
  return {
    tasks: byName(tasks.flatMap(taskEntity)),
    workflows: byName(subWorkflows.flatMap(workflowEntity)),
    launchPlans: byName(
      launchPlans.map((plan): Entity => ({ kind: "launch plan", id: plan.id, plan })).toReversed(),
    ),
    wordsOf,
    outputWordsOf,
    isRegistered,
  };
}

/** The entity with this identifier. All fields have to match. */
export function findEntity(entities: EntitiesByName, id: idl.Identifier): Entity | undefined {
  return entities.get(id.name)?.find((entity) => isSameId(entity.id, id));
}

/** The fields of an identifier as one text. */
export function keyOf({ resourceType, project, domain, name, version, org }: idl.Identifier): string {
  return `${resourceType}\0${project}\0${domain}\0${name}\0${version}\0${org}`;
}

function taskEntity(template: idl.TaskTemplate): readonly Entity[] {
  const { id, interface: types } = template;
  if (id === undefined) return [];
  const found = completeInterface(variablesOf(types?.inputs), variablesOf(types?.outputs));
  return [{ kind: "task", id, template, interface: found }];
}

// A called workflow must have an interface, even an empty one.
function workflowEntity(template: idl.WorkflowTemplate): readonly Entity[] {
  const { id, interface: types } = template;
  if (id === undefined) return [];
  const found = types && completeInterface(variablesOf(types.inputs), variablesOf(types.outputs));
  return [{ kind: "workflow", id, template, interface: found }];
}

function byName(entities: readonly Entity[]): EntitiesByName {
  const named = new Map<string, Entity[]>();
  for (const entity of entities) {
    const others = named.get(entity.id.name);
    if (others === undefined) named.set(entity.id.name, [entity]);
    else others.push(entity);
  }
  return named;
}

function isSameId(a: idl.Identifier, b: idl.Identifier): boolean {
  return (
    a.version === b.version &&
    a.resourceType === b.resourceType &&
    a.domain === b.domain &&
    a.project === b.project &&
    a.name === b.name &&
    a.org === b.org
  );
}
