import type * as idl from "@flytekit-ts/models/core";
import { type Entities, type EntitiesByName, findEntity } from "./entities.js";
import { END, type Reference, type Site, STAGES, START } from "./site.js";

/**
 * The nodes of a workflow in their order, each with its inner nodes. The failure node comes last.
 *
 * Of two nodes with the same id the backend keeps the first. It also drops a node with the id of one it adds itself.
 */
export function walkNodes(template: idl.WorkflowTemplate, entities: Entities): readonly Site[] {
  const seen = new Set<string>();
  const sites = template.nodes.map((node, position) => {
    const stage = isReserved(node.id) ? STAGES.lookup : seen.has(node.id) ? STAGES.node : STAGES.links;
    seen.add(node.id);
    return toSite(node, { id: node.id, kind: "node", stage, position }, entities);
  });
  const { failureNode: node } = template;
  if (node === undefined) return sites;
  const stage = isReserved(node.id) ? STAGES.lookup : STAGES.links;
  // The failure node is linked when all nodes are known.
  const place = { id: node.id, kind: "failure", stage, position: Number.POSITIVE_INFINITY } as const;
  return [...sites, toSite(node, place, entities)];
}

/** All of these nodes and their inner nodes, each before its inner ones. */
export function flatten(sites: readonly Site[]): readonly Site[] {
  const all: Site[] = [];
  const add = (site: Site): void => {
    all.push(site);
    for (const inner of site.inner) add(inner);
  };
  for (const site of sites) add(site);
  return all;
}

function isReserved(id: string): boolean {
  return id === START || id === END;
}

type SitePlace = Pick<Site, "id" | "kind" | "stage" | "position">;

function toSite(node: idl.Node, place: SitePlace, entities: Entities): Site {
  const { id, kind, stage, position } = place;
  const calls = referenceOf(node, entities);
  return { id, node, kind, stage, position, calls, inner: innerSites(node, place, entities) };
}

const NONE: readonly Site[] = [];

function innerSites({ target }: idl.Node, parent: SitePlace, entities: Entities): readonly Site[] {
  const { position } = parent;
  if (target?.$case === "arrayNode") {
    const { node } = target.value;
    if (node === undefined) return NONE;
    const stage = parent.stage === STAGES.lookup ? STAGES.lookup : STAGES.interface;
    return [toSite(node, { id: parent.id, kind: "item", stage, position }, entities)];
  }
  if (target?.$case !== "branchNode") return NONE;
  // The arms of a conditional are linked with it, even if the conditional is dropped later.
  const stage = parent.stage === STAGES.node ? STAGES.links : parent.stage;
  return armsOf(target.value).map((arm) =>
    toSite(arm, { id: `${parent.id}-${arm.id}`, kind: "arm", stage, position }, entities),
  );
}

/** The nodes that a conditional chooses from. */
function armsOf({ ifElse }: idl.BranchNode): readonly idl.Node[] {
  if (ifElse === undefined) return [];
  const blocks = [ifElse.case, ...ifElse.other].map((block) => block?.thenNode);
  const last = ifElse.default?.$case === "elseNode" ? ifElse.default.value : undefined;
  return [...blocks, last].filter((arm) => arm !== undefined);
}

function referenceOf({ target }: idl.Node, entities: Entities): Reference | undefined {
  if (target?.$case === "taskNode") return toReference("task", target.value.reference, entities.tasks);
  if (target?.$case !== "workflowNode") return undefined;
  const { reference } = target.value;
  return reference?.$case === "subWorkflowRef"
    ? toReference("workflow", reference, entities.workflows)
    : toReference("launch plan", reference, entities.launchPlans);
}

function toReference(
  kind: Reference["kind"],
  reference: { readonly value: idl.Identifier } | undefined,
  entities: EntitiesByName,
): Reference | undefined {
  if (reference === undefined) return undefined;
  const id = reference.value;
  return { kind, id, entity: findEntity(entities, id) };
}
