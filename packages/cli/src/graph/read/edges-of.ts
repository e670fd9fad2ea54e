import type * as idl from "@flytekit-ts/models/core";
import { typeName } from "../../entities/type-name.js";
import { END, type EdgeValue, type GraphEdge, START } from "../model/graph-model.js";
import { pathWords, takenBy } from "../words/binding-words.js";
import { armId, armsOf } from "./arms-of.js";
import type { Declared, Variables } from "./declared.js";
import { interfaceOf } from "./interface-of.js";
import type { Naming } from "./naming.js";
import type { Sources } from "./sources.js";

interface Whole {
  readonly nodes: readonly idl.Node[];
  readonly failure: idl.Node | undefined;
  readonly outputs: readonly idl.Binding[];
  readonly declared: Declared;
  readonly sources: Sources;
  readonly workflow: string;
  readonly names: Naming;
}

/** What goes between the nodes of a workflow. Between two nodes there is one edge, with all its values. */
export function edgesOf(whole: Whole): readonly GraphEdge[] {
  const { nodes, failure, outputs, declared, sources, workflow } = whole;
  const edges = new Map<string, GraphEdge & { values: EdgeValue[] }>();
  const add = (from: string, to: string, kind: GraphEdge["kind"], value?: EdgeValue): void => {
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, kind, values: [] };
    edges.set(key, edge);
    if (value === undefined) return;
    // What is compared and passed to an arm, too, is told once.
    const told = edge.values.findIndex(
      (each) => each.from === value.from && (each.to === value.to || each.to === "" || value.to === ""),
    );
    if (told < 0) edge.values.push(value);
    else if (edge.values[told]?.to === "") edge.values[told] = value;
  };
  const bind = (
    to: string,
    bindings: readonly idl.Binding[],
    types: Variables | undefined,
    kind: GraphEdge["kind"] = "data",
  ): void => {
    for (const { var: name, binding } of bindings)
      for (const { reference, part, type } of takenBy(binding, types?.get(name)?.type)) {
        const from = reference.nodeId === "" ? START : reference.nodeId;
        add(from, to, kind, {
          from: `${reference.var}${pathWords(reference)}`,
          // The inputs of a conditional have names that nobody gave them.
          to: name.includes(".") ? "" : `${name}${part}`,
          type: type === undefined ? "" : typeName(type),
        });
      }
  };
  const bindNode = (node: idl.Node, id: string, to: string, kind?: GraphEdge["kind"]): void => {
    const types = interfaceOf(node, sources, sources.authored(workflow, id)?.interface)?.inputs;
    bind(to, node.inputs, types ?? operandTypes(node, whole), kind);
  };
  for (const node of nodes) {
    for (const [inner, id] of withArms(node, node.id)) bindNode(inner, id, node.id);
    for (const id of node.upstreamNodeIds)
      if (id !== START && id !== "" && !edges.has(JSON.stringify([id, node.id]))) add(id, node.id, "order");
  }
  if (failure !== undefined) {
    bindNode(failure, failure.id, failure.id, "failure");
    if (!edges.has(JSON.stringify([START, failure.id]))) add(START, failure.id, "failure");
  }
  bind(END, outputs, declared.outputs);
  return [...edges.values()];
}

function* withArms(node: idl.Node, id: string): Generator<readonly [idl.Node, string]> {
  yield [node, id];
  for (const { node: arm } of armsOf(node)) if (arm !== undefined) yield* withArms(arm, armId(id, arm));
}

// The inputs of a conditional have no declared types: what they are compared as is the output that is taken.
function operandTypes(node: idl.Node, whole: Whole): Variables | undefined {
  if (node.target?.$case !== "branchNode") return undefined;
  const known = node.inputs.flatMap(({ var: name, binding }) => {
    const value = binding?.value;
    if (value?.$case !== "promise" || value.value.attrPath.length > 0) return [];
    const { nodeId, var: output } = value.value;
    const source = whole.nodes.find(({ id }) => id === nodeId);
    const types =
      source === undefined
        ? whole.declared.inputs
        : interfaceOf(source, whole.sources, whole.sources.authored(whole.workflow, nodeId)?.interface)
            ?.outputs;
    const found = types?.get(output);
    return found === undefined ? [] : [[name, found] as const];
  });
  return new Map(known);
}
