import type * as idl from "@flytekit-ts/models/core";
import { type Links, linkInputs } from "../bindings/link-inputs.js";
import type { Entities } from "../sites/entities.js";
import { type Site, STAGES } from "../sites/site.js";
import { variablesOf } from "../sites/variables.js";
import { flatten, walkNodes } from "../sites/walk-nodes.js";
import { type Interfaces, nodeInterfaces } from "./node-interface.js";

/** One workflow with everything that the rules need, worked out once. */
export interface Scope extends Interfaces {
  /** The name of the workflow, for messages. */
  readonly workflow: string;
  readonly template: idl.WorkflowTemplate;
  /** Whether it is the outermost workflow rather than one that it contains. */
  readonly isMain: boolean;
  /** Whether it is registered: by itself, and not only as a part of another workflow. */
  readonly isRegistered: boolean;
  /** Whether Flyte's compiler checks it. It does not, if only arrays or dropped nodes call the workflow. */
  readonly isSeen: boolean;
  /** All nodes, each before those inside it; the failure node comes last. */
  readonly sites: readonly Site[];
  /** The nodes that others can refer to, by id. */
  readonly nodes: ReadonlyMap<string, Site>;
  /** The links of the nodes that are kept and have an interface. */
  readonly links: ReadonlyMap<Site, Links>;
  readonly outputLinks: Links;
}

/** Work out what the rules need. Nothing is reported here. */
export function openScope(
  template: idl.WorkflowTemplate,
  entities: Entities,
  place: { readonly isMain: boolean; readonly isSeen: boolean },
): Scope {
  const workflow = nameOf(template);
  const { inputs, outputs } = template.interface ?? {};
  const top = walkNodes(template, entities);
  const nodes = new Map<string, Site>();
  for (const site of top) if (site.kind === "node" && site.stage === STAGES.links) nodes.set(site.id, site);
  const known = nodeInterfaces(top, {
    workflow,
    wordsOf: entities.wordsOf,
    outputWordsOf: entities.outputWordsOf,
    inputs: variablesOf(inputs),
    nodes,
  });
  const sites = flatten(top);
  const { names } = known;
  const end = { nodeId: undefined, names, upTo: Number.POSITIVE_INFINITY, takesWhole: false };
  return {
    ...known,
    ...place,
    isRegistered: place.isMain || (entities.isRegistered?.(workflow) ?? true),
    workflow,
    template,
    sites,
    nodes,
    links: linkNodes(sites, known),
    outputLinks: linkInputs(template.outputs, variablesOf(outputs), end),
  };
}

/** The name of a workflow for messages; "workflow" if it has none. */
export function nameOf({ id }: { readonly id: idl.Identifier | undefined }): string {
  return id === undefined || id.name === "" ? "workflow" : id.name;
}

function linkNodes(
  sites: readonly Site[],
  { interfaces, names, typed }: Interfaces,
): ReadonlyMap<Site, Links> {
  const links = new Map<Site, Links>();
  for (const site of sites) {
    const found = interfaces.get(site);
    if (site.stage < STAGES.links || found === undefined) continue;
    // By now all nodes are known. But the backend links arms earlier, when it knows only the nodes listed before.
    const upTo = site.kind === "arm" ? site.position : Number.POSITIVE_INFINITY;
    const holder = { nodeId: site.id, names, upTo, takesWhole: typed.has(site) };
    links.set(site, linkInputs(site.node.inputs, found.inputs, holder));
  }
  return links;
}
