import type * as idl from "@flytekit-ts/models/core";
import { END, type WorkflowGraph } from "../model/graph-model.js";
import { declaredIn } from "./declared.js";
import { edgesOf } from "./edges-of.js";
import { naming } from "./naming.js";
import { readNode } from "./read-node.js";
import type { GraphReader } from "./reading.js";
import { variablesOf } from "./variables-of.js";

/** The graph of a workflow's message. */
export function readWorkflow(template: idl.WorkflowTemplate, reader: GraphReader): WorkflowGraph {
  const { id, outputs } = template;
  const name = id?.name ?? "workflow";
  const { interface: authored, ...said } = reader.sources.authoredWorkflow(name) ?? {};
  const declared = authored ?? declaredIn(template.interface ?? { inputs: undefined, outputs: undefined });
  // Conditionals and failure handlers have nodes of their own, whose outputs nobody outside takes.
  const nodes = template.nodes.filter((node) => node.id !== "start-node" && node.id !== END);
  const names = naming(nodes);
  const read = (node: idl.Node): ReturnType<typeof readNode> =>
    readNode(node, node.id, { reader, workflow: name, names });
  const isNothing = template.failureNode === undefined || template.failureNode.target === undefined;
  const failure = isNothing ? undefined : template.failureNode;
  return {
    name,
    ...said,
    inputs: variablesOf(declared.inputs),
    outputs: variablesOf(declared.outputs),
    nodes: nodes.map(read),
    failureNode: failure && read(failure),
    edges: edgesOf({ nodes, failure, outputs, declared, sources: reader.sources, workflow: name, names }),
  };
}
