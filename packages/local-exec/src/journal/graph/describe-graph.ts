import { type Entity, type Place, toIdlInterface } from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { compiledOf } from "../../plan/plan-of.js";
import type { Plan, PlannedNode } from "../../plan/plan.js";
import { type Codecs, toBase64 } from "../format/codecs.js";
import type {
  RecordedEntity,
  RecordedGraph,
  RecordedGraphs,
  RecordedNode,
  RecordedPlace,
} from "../format/records.js";
import { planInside, plansIn } from "./plans-in.js";
import type { Versions } from "./versions.js";

/** The compiled graph as a journal has it, without what differs between runs. */
export type GraphDescription = Readonly<RecordedGraphs>;

/** How a graph is described. */
export interface Describing {
  readonly codecs: Codecs;
  readonly versions: Versions;
}

const known = new WeakMap<Plan, GraphDescription>();

/** Describe a plan and all plans inside it, for later runs and for whoever reads the journal. */
export function describeGraph(root: Plan, describing: Describing): GraphDescription {
  const before = known.get(root);
  if (before !== undefined) return before;
  const keys = keysOf(plansIn(root));
  const graphs = Object.fromEntries(
    [...keys].map(([plan, key]) => [key, describePlan(plan, { ...describing, keys })]),
  );
  const entities = (compiledOf(root)?.entities ?? []).flatMap((entity) => describeEntity(entity, describing));
  const description = { root: keys.get(root) ?? "", graphs, entities };
  known.set(root, description);
  return description;
}

const texts = new WeakMap<GraphDescription, string>();

/** A graph as JSON. Runs of one workflow have the same graph, and a large one takes long to write down. */
export function graphText(graph: GraphDescription): string {
  const text = texts.get(graph) ?? JSON.stringify(graph);
  texts.set(graph, text);
  return text;
}

/** The payload of a graph's record. */
export function graphPayload(
  text: string,
  about: { readonly at: number; readonly node?: string; readonly prefix: string },
): string {
  return `${JSON.stringify({ kind: "graph", ...about }).slice(0, -1)},"graph":${text}}`;
}

type Keys = ReadonlyMap<Plan, string>;

// By name, as far as that is possible: a mock of a workflow is a plan without one.
function keysOf(plans: readonly Plan[]): Keys {
  const taken = new Set<string>();
  const keys = new Map<Plan, string>();
  for (const plan of plans) {
    const name = compiledOf(plan)?.workflow.name ?? `mock of ${plan.nodes[0]?.entity ?? "nothing"}`;
    let key = name;
    for (let i = 2; taken.has(key); i += 1) key = `${name} ${i}`;
    taken.add(key);
    keys.set(plan, key);
  }
  return keys;
}

function describePlan(plan: Plan, describing: Describing & { readonly keys: Keys }): RecordedGraph {
  const compiled = compiledOf(plan);
  const places = new Map<string, Place>();
  compiled?.graph.nodes.forEach(({ place }, index) => {
    const id = compiled.graph.ids[index];
    if (id !== undefined) places.set(id, place);
  });
  const describe = (node: PlannedNode): RecordedNode => {
    const { nodeToBytes } = describing.codecs;
    const message = toBase64(nodeToBytes(node.message));
    return { ...describeNode(node, describing), ...placeOf(places.get(node.id)), message };
  };
  return {
    nodes: plan.nodes.map(describe),
    ...(plan.failureNode === undefined ? {} : { failureNode: describe(plan.failureNode) }),
    outputs: plan.outputs.map((binding) => toBase64(describing.codecs.bindingToBytes(binding))),
    ...placeOf(compiled?.workflow.definedAt),
  };
}

function describeNode(node: PlannedNode, describing: Describing & { readonly keys: Keys }): RecordedNode {
  const { id, message, entity, target } = node;
  const inner = planInside(node);
  const graph = inner === undefined ? undefined : describing.keys.get(inner);
  const arms =
    target.kind === "branch" ? [...target.arms.map((arm) => arm.node), target.otherwise] : undefined;
  return {
    id,
    name: message.metadata?.name ?? entity,
    entity,
    kind: target.kind,
    upstream: message.upstreamNodeIds,
    version: describing.versions.of(node),
    bindings: describing.versions.bindingsOf(node),
    ...(target.kind === "task" && !isTask(target.task) ? { mock: true } : {}),
    ...(graph === undefined ? {} : { graph }),
    ...(arms === undefined
      ? {}
      : { arms: arms.flatMap((arm) => (arm === undefined ? [] : [describeNode(arm, describing)])) }),
    ...(target.kind === "array" ? { item: describeNode(target.item, describing) } : {}),
  };
}

function describeEntity(entity: Entity, { codecs }: Describing): readonly RecordedEntity[] {
  const { kind, name, interface: declared, definedAt } = entity;
  const cache = isTask(entity) ? entity.settings.cache : undefined;
  return [
    {
      kind,
      name,
      ...placeOf(definedAt),
      ...(cache === undefined ? {} : { cacheVersion: cache.version }),
      interface: toBase64(codecs.interfaceToBytes(toIdlInterface(declared))),
    },
  ];
}

function placeOf(place: Place | undefined): { readonly place?: RecordedPlace } {
  const location = place?.location;
  if (location === undefined) return {};
  const { file, line, column } = location;
  return { place: { file, line, column } };
}
