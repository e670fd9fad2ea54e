import type { Signal } from "@flytekit-ts/core/storage";
import type { Identifier, TypedInterface } from "@flytekit-ts/models/core";
import type { RegisteredLaunchPlan, RegisteredTask, RegisteredWorkflow, Remote } from "@flytekit-ts/remote";
import type { GraphModel } from "../../graph/model/graph-model.js";
import { createReader } from "../../graph/read/graph-reader.js";
import { loneTemplate } from "../../graph/read/lone-template.js";
import { interfaceOfPlan, RegisteredSources } from "./registered-sources.js";

/** Something that a cluster has. */
export type Registered = RegisteredTask | RegisteredWorkflow | RegisteredLaunchPlan;

/** The graph of what is registered: of a workflow with all that it runs, of a launch plan or a task a graph of one node. */
export async function graphOfRegistered(
  remote: Remote,
  found: Registered,
  signal: Signal,
): Promise<GraphModel> {
  const sources = new RegisteredSources(remote, signal);
  return modelOf(sources, found, await rootOf(sources, found));
}

async function rootOf(sources: RegisteredSources, found: Registered): Promise<Identifier> {
  switch (found.kind) {
    case "workflow":
      await sources.addClosure(found.compiled);
      return found.id;
    case "launch-plan":
      await sources.addPlan(found);
      return lone(sources, found.id, interfaceOfPlan(found.closure));
    case "task": {
      const template = found.closure.compiledTask?.template;
      sources.add(template);
      return lone(sources, found.id, template?.interface);
    }
  }
}

function lone(
  sources: RegisteredSources,
  id: Identifier,
  declared: TypedInterface = { inputs: undefined, outputs: undefined },
): Identifier {
  const template = loneTemplate(id, declared);
  sources.add(template);
  return template.id ?? id;
}

function modelOf(sources: RegisteredSources, { id, kind }: Registered, root: Identifier): GraphModel {
  const reader = createReader(sources);
  const key = reader.graphOf(root) ?? id.name;
  return { kind: "graph", name: id.name, entity: kind.replace("-", " "), root: key, graphs: reader.graphs };
}
