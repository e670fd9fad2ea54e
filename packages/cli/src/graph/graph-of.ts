import { describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity, kindWords, toIdlInterface } from "@flytekit-ts/core/graph";
import { isTask, type SerializationSettings, taskId } from "@flytekit-ts/core/tasks";
import {
  compile,
  type CompiledWorkflow,
  entitiesOf,
  isLaunchPlan,
  isReference,
  isWorkflow,
  launchPlanId,
  workflowErrors,
} from "@flytekit-ts/workflow/compile";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import type * as idl from "@flytekit-ts/models/core";
import type { GraphModel } from "./model/graph-model.js";
import { declaredBy } from "./read/declared.js";
import { authoredOf, authoredSources } from "./read/authored-sources.js";
import { createReader } from "./read/graph-reader.js";
import { LONE, loneTemplate } from "./read/lone-template.js";
import { placeWords } from "./read/place-of.js";

/** How a graph is made. */
export interface GraphOptions {
  /** What entities are registered with; by default the parts of their ids are empty, and images as they are written. */
  readonly settings?: Partial<SerializationSettings> | undefined;
  /** Files of places are named relative to this folder. */
  readonly folder?: string | undefined;
}

/**
 * The graph of a workflow, with all that it runs inside; of a launch plan or a task a graph of one node.
 *
 * @throws `ENTITY_NOT_COMPILABLE` for what has no graph, and what `compile` of `@flytekit-ts/workflow` throws.
 * @example
 * console.log(toMermaid(graphOf(pipeline)));
 */
export function graphOf(entity: Entity, options: GraphOptions = {}): GraphModel {
  if (!isEntity(entity)) throw notDrawable(entity);
  const settings = settingsOf(options);
  const parts = new Map<string, CompiledWorkflow>();
  for (const each of entitiesOf([entity]).filter(isWorkflow))
    if (!parts.has(each.name))
      for (const [name, part] of compile(each, settings).parts) parts.set(name, part);
  const sources = authoredSources({ roots: [entity], parts, settings, folder: options.folder });
  const whole = parts.get(entity.name)?.template.id;
  const id = isWorkflow(entity) && whole !== undefined ? whole : idOf(entity, settings);
  const lone = isWorkflow(entity) ? undefined : loneTemplate(id, toIdlInterface(entity.interface));
  const reader = createReader({
    ...sources,
    // The graph around a lone entity has a key of its own, and comes before a workflow of the same name.
    workflow: (each) => (lone !== undefined && each === lone.id ? lone : sources.workflow(each)),
    authored: (workflow, node) =>
      lone !== undefined && workflow === lone.id?.name && node === LONE
        ? authoredOf(entity, placeWords(entity.definedAt, options.folder))
        : sources.authored(workflow, node),
    authoredWorkflow: (workflow) =>
      lone !== undefined && workflow === lone.id?.name
        ? { interface: declaredBy(entity.interface) }
        : sources.authoredWorkflow(workflow),
  });
  const root = reader.graphOf(lone?.id ?? id) ?? entity.name;
  return { kind: "graph", name: entity.name, entity: kindWords(entity.kind), root, graphs: reader.graphs };
}

function settingsOf({ settings }: GraphOptions): SerializationSettings {
  return {
    project: "",
    domain: "",
    version: "",
    image: "",
    cacheVersion: () => "auto",
    // What is only looked at has not to be found again in a container.
    resolver: { ...moduleResolver(), loaderArgs: () => [] },
    ...settings,
  };
}

function idOf(entity: Entity, settings: SerializationSettings): idl.Identifier {
  if (isLaunchPlan(entity)) return launchPlanId(entity, settings);
  if (isTask(entity)) return taskId(entity, settings);
  if (isReference(entity) && entity.reference.kind !== "workflow") return entity.id;
  throw notDrawable(entity);
}

function notDrawable(given: unknown): Error {
  const wanted = "workflows, launch plans and tasks";
  return workflowErrors.ENTITY_NOT_COMPILABLE({ wanted, given: describeValue(given) });
}
