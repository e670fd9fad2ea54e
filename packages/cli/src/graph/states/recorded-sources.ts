import { ResourceType } from "@flytekit-ts/core/literals";
import type { RecordedGraph, RecordedGraphs, RecordedNode } from "@flytekit-ts/local-exec/journal";
import {
  Binding,
  type Identifier,
  Node,
  TypedInterface,
  type WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { declaredIn } from "../read/declared.js";
import type { Authored, Sources } from "../read/sources.js";

/** The messages that a journal has, and what else it says of nodes: enough for a graph without the author's sources. */
export function recordedSources(recorded: RecordedGraphs, rootName: string): Sources {
  const interfaces = new Map(
    recorded.entities.map((each) => [
      each.name,
      TypedInterface.decode(Buffer.from(each.interface, "base64")),
    ]),
  );
  const nodes = new Map<string, RecordedNode>();
  const keys = new Map<string, string>([[rootName, recorded.root]]);
  const names = new Map<string, string>([[recorded.root, rootName]]);
  const plans = new Map<string, string>();
  const visit = (key: string, node: RecordedNode): void => {
    nodes.set(JSON.stringify([key, node.id]), node);
    if (node.graph !== undefined) {
      const name = node.kind === "launch-plan" ? node.graph : node.entity;
      keys.set(name, node.graph);
      if (!names.has(node.graph)) names.set(node.graph, name);
      if (node.kind === "launch-plan") plans.set(node.entity, node.graph);
    }
    for (const inner of node.arms ?? []) visit(key, inner);
  };
  for (const [key, graph] of Object.entries(recorded.graphs))
    for (const node of [...graph.nodes, ...(graph.failureNode === undefined ? [] : [graph.failureNode])])
      visit(key, node);
  const keyOf = (name: string): string => keys.get(name) ?? name;
  return {
    workflow({ name }) {
      const graph = recorded.graphs[keyOf(name)];
      return graph && templateOf(names.get(keyOf(name)) ?? name, graph, interfaces);
    },
    task: () => undefined,
    plan({ name }) {
      const key = plans.get(name);
      const workflow = key === undefined ? undefined : identifier(names.get(key) ?? key);
      const declared = interfaces.get(name);
      return { workflow, fixed: new Map(), interface: declared && declaredIn(declared) };
    },
    authored(workflow, id) {
      const node = nodes.get(JSON.stringify([keyOf(workflow), id]));
      return node && authoredOf(node, interfaces);
    },
    authoredWorkflow(name) {
      return { place: recorded.graphs[keyOf(name)]?.place };
    },
  };
}

/** The id of a recorded workflow: only its name is known. */
export function identifier(name: string): Identifier {
  return { resourceType: ResourceType.WORKFLOW, project: "", domain: "", name, version: "", org: "" };
}

function templateOf(
  name: string,
  { nodes, failureNode, outputs }: RecordedGraph,
  interfaces: ReadonlyMap<string, TypedInterface>,
): WorkflowTemplate {
  return {
    id: identifier(name),
    metadata: undefined,
    interface: interfaces.get(name),
    nodes: nodes.flatMap(messageOf),
    outputs: outputs.map((each) => Binding.decode(Buffer.from(each, "base64"))),
    failureNode: failureNode === undefined ? undefined : messageOf(failureNode)[0],
    metadataDefaults: undefined,
  };
}

function messageOf({ message }: RecordedNode): readonly Node[] {
  return message === undefined ? [] : [Node.decode(Buffer.from(message, "base64"))];
}

function authoredOf(node: RecordedNode, interfaces: ReadonlyMap<string, TypedInterface>): Authored {
  const isMap = node.item !== undefined;
  const declared = interfaces.get(node.entity);
  return {
    target: isMap ? node.item?.entity : undefined,
    // The interface of a map is that of its item, with lists: which the journal does not have.
    interface: isMap || declared === undefined ? undefined : declaredIn(declared),
    place: node.place,
    isDynamic: node.kind === "dynamic",
  };
}
