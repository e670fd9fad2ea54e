import type { Entity, Node } from "@flytekit-ts/core/graph";
import { isTask, lowerTask, type SerializationSettings } from "@flytekit-ts/core/tasks";
import {
  type CompiledWorkflow,
  dnsSafe,
  entitiesOf,
  isBranch,
  isDynamic,
  isLaunchPlan,
  isMap,
  isReference,
  isTaskMap,
  lowerLaunchPlan,
  lowerMap,
} from "@flytekit-ts/workflow/compile";
import type * as idl from "@flytekit-ts/models/core";
import { declaredBy } from "./declared.js";
import { docsOf } from "./docs-of.js";
import { placeWords } from "./place-of.js";
import { scheduleWords } from "./schedule-words.js";
import type { Authored, Plan, Sources } from "./sources.js";

/** What authored entities are looked up with. */
export interface AuthoredEntities {
  readonly roots: readonly Entity[];
  /** Every workflow that they use, compiled, by name. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  readonly settings: SerializationSettings;
  /** Places are shown relative to it. */
  readonly folder: string | undefined;
}

/** The messages of authored entities, and what their code says besides. */
export function authoredSources({ roots, parts, settings, folder }: AuthoredEntities): Sources {
  const tasks = new Map<string, idl.TaskTemplate>();
  const plans = new Map<string, Plan>();
  const workflowIds = new Map(
    [...parts.values()].map(({ template }) => [template.id?.name ?? "", template.id]),
  );
  for (const entity of entitiesOf(roots)) {
    if (isTask(entity)) tasks.set(entity.name, lowerTask(entity, settings));
    else if (isTaskMap(entity)) tasks.set(entity.name, lowerMap(entity, settings));
    else if (isLaunchPlan(entity)) {
      const { spec } = lowerLaunchPlan(entity, settings);
      plans.set(entity.name, {
        workflow: workflowIds.get(entity.workflow.name) ?? spec?.workflowId,
        fixed: spec?.fixedInputs?.literals ?? new Map(),
        schedule: scheduleWords(spec?.entityMetadata?.schedule),
        interface: declaredBy(entity.interface),
      });
    }
  }
  const nodes = new Map<string, Node>();
  for (const { graph } of parts.values())
    for (const [id, node] of walk(graph)) nodes.set(JSON.stringify([graph.workflow.name, id]), node);
  return {
    workflow: ({ name }) => parts.get(name)?.template,
    task: ({ name }) => tasks.get(name),
    plan: ({ name }) => plans.get(name),
    authored(workflow, id) {
      const node = nodes.get(JSON.stringify([workflow, id]));
      return node && authoredOf(node.entity, placeWords(node.place, folder));
    },
    authoredWorkflow(name) {
      const found = parts.get(name)?.workflow;
      return (
        found && {
          interface: declaredBy(found.interface),
          place: placeWords(found.definedAt, folder),
          docs: docsOf(found.settings.docs),
        }
      );
    },
  };
}

/** What an entity's code says of a node that runs it. */
export function authoredOf(entity: Entity, place: Authored["place"]): Authored {
  const inner = isMap(entity) ? entity.target : entity;
  const uses = isDynamic(inner) ? inner.dynamic.uses.map(({ name }) => name) : [];
  return {
    target: isMap(entity) ? inner.name : undefined,
    interface: isBranch(entity)
      ? { inputs: new Map(), outputs: declaredBy(entity.interface).outputs }
      : declaredBy(entity.interface),
    place,
    docs: "settings" in inner ? docsOf((inner.settings as { docs?: unknown }).docs) : undefined,
    isDynamic: isDynamic(inner),
    uses,
    isReference: isReference(inner),
  };
}

function* walk({
  nodes,
  ids,
  failureNode,
  idPrefix = "",
}: CompiledWorkflow["graph"]): Generator<[string, Node]> {
  for (const [index, node] of nodes.entries()) yield* withArms(node, ids[index] ?? "", idPrefix);
  if (failureNode !== undefined) yield* withArms(failureNode.node, failureNode.id, idPrefix);
}

function* withArms(node: Node, id: string, prefix: string): Generator<[string, Node]> {
  yield [id, node];
  if (!isBranch(node.entity)) return;
  const { arms, last } = node.entity;
  const inside = [...arms.map((arm) => arm.node), ...(last.kind === "node" ? [last.node] : [])];
  for (const [index, arm] of inside.entries())
    yield* withArms(arm, `${id}-${armId(arm, `${prefix}n${index}`)}`, prefix);
}

function armId({ settings }: Node, usual: string): string {
  return settings.id === undefined ? usual : dnsSafe(settings.id);
}
