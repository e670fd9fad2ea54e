import type * as idl from "@flytekit-ts/models/core";
import { completeInterface, type NodeInterface, variablesOf } from "./variables.js";

/** A launch plan as its callers see it: the inputs that it leaves open or has a default for, and the outputs. */
export interface LaunchPlanInterface {
  readonly id: idl.Identifier;
  readonly expectedInputs: idl.ParameterMap | undefined;
  readonly expectedOutputs: idl.VariableMap | undefined;
}

/** A workflow with everything that its nodes call, as messages. */
export interface WorkflowToCheck {
  readonly template: idl.WorkflowTemplate;
  /** All workflows that it contains, those inside others included. */
  readonly subWorkflows: readonly idl.WorkflowTemplate[];
  readonly tasks: readonly idl.TaskTemplate[];
  readonly launchPlans: readonly LaunchPlanInterface[];
  /** What messages call nodes; by their ids, where it is not given or knows none. */
  readonly wordsOf?: NodeWords | undefined;
  /** What messages call outputs; by their nodes and names, where it is not given or knows none. */
  readonly outputWordsOf?: OutputWords | undefined;
}

/** What the author of a workflow calls one of its nodes. */
export type NodeWords = (workflow: string, nodeId: string) => string | undefined;

/** What the author of a workflow calls an output of one of its nodes. */
export type OutputWords = (workflow: string, nodeId: string, output: string) => string | undefined;

/** Something that a node can call. */
export type Entity =
  | (Called & { readonly kind: "task"; readonly template: idl.TaskTemplate })
  | (Called & { readonly kind: "workflow"; readonly template: idl.WorkflowTemplate })
  | { readonly kind: "launch plan"; readonly id: idl.Identifier; readonly plan: LaunchPlanInterface };

interface Called {
  readonly id: idl.Identifier;
  /** Absent if something is missing in it. */
  readonly interface: NodeInterface | undefined;
}

/** What can be called, by the names in identifiers. */
export interface Entities {
  readonly tasks: EntitiesByName;
  readonly workflows: EntitiesByName;
  readonly launchPlans: EntitiesByName;
  readonly wordsOf?: NodeWords | undefined;
  readonly outputWordsOf?: OutputWords | undefined;
}

/** Entities of one kind; those of one name differ in another part of their identifiers. */
export type EntitiesByName = ReadonlyMap<string, readonly Entity[]>;

/**
 * Everything that can be called.
 *
 * As in the backend the first of two tasks with one identifier counts, and the last of two launch plans.
 */
export function indexEntities(toCheck: WorkflowToCheck): Entities {
  const { subWorkflows, tasks, launchPlans, wordsOf, outputWordsOf } = toCheck;
  return {
    tasks: byName(tasks.flatMap(taskEntity)),
    workflows: byName(subWorkflows.flatMap(workflowEntity)),
    launchPlans: byName(
      launchPlans.map((plan): Entity => ({ kind: "launch plan", id: plan.id, plan })).toReversed(),
    ),
    wordsOf,
    outputWordsOf,
  };
}

/** The entity with this identifier. Every field of it counts. */
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

// A workflow that is called says what it takes and gives, be it nothing.
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
