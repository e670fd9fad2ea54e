import { CompiledWorkflowClosure } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import type { ExecutionBackend } from "../backend.js";

/** The graph that a dynamic node made, from where the server keeps it. @throws Refusal INTERNAL if it is not there */
export async function dynamicGraph(
  store: ExecutionBackend["store"],
  uri: string,
): Promise<CompiledWorkflowClosure> {
  const bytes = await store.read(uri);
  if (bytes === undefined)
    throw refused.internal(`Unable to read WorkflowClosure from location ${uri} : object not found`);
  const graph = CompiledWorkflowClosure.decode(bytes);
  if (graph.primary === undefined)
    throw refused.internal("Empty primary workflow definition in loaded dynamic workflow model.");
  if (graph.primary.template === undefined)
    throw refused.internal("Empty primary workflow template in loaded dynamic workflow model.");
  return graph;
}
