import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../../serving/handlers.js";
import { refused } from "../../serving/refusal.js";
import type { ExecutionBackend } from "../backend.js";
import { executionOf, nodeOf, taskRunOf } from "../find.js";
import { assertExecutionId, assertTaskRunId } from "../identifiers.js";
import { dataAt } from "./data-at.js";
import { dynamicGraph } from "./dynamic-graph.js";
import { flyteUrls } from "./flyte-urls.js";
import { shownExecution, shownNode, shownTaskRun } from "./shown.js";

/** Getting executions, their nodes, and attempts of tasks. */
export function shows(backend: ExecutionBackend): Handlers<typeof AdminServiceDefinition> {
  const { state, store } = backend;
  return {
    getExecution: ({ id }) => {
      assertExecutionId(id);
      return shownExecution(executionOf(state, id));
    },
    getExecutionData: async ({ id }) => {
      const { inputsUri, closure } = executionOf(state, id);
      const result = closure.outputResult;
      const uri =
        result?.$case === "outputs" && result.value.data?.$case === "uri" ? result.value.data.value : "";
      return dataOf(backend, inputsUri, uri);
    },
    getNodeExecution: ({ id }) => shownNode(state, nodeOf(state, id)),
    getNodeExecutionData: async ({ id }) => {
      const { inputUri, closure, dynamicUri } = nodeOf(state, id);
      const urls = flyteUrls(id ?? { nodeId: "", executionId: undefined }, {
        hasDeck: closure.deckUri !== "",
      });
      const data = { ...(await dataOf(backend, inputUri, outputUriOf(closure))), flyteUrls: urls };
      if (dynamicUri === undefined) return { ...data, dynamicWorkflow: undefined };
      const compiledWorkflow = await dynamicGraph(store, dynamicUri);
      const { dynamicJobSpecUri } = closure;
      const made = compiledWorkflow.primary?.template?.id;
      return { ...data, dynamicWorkflow: { id: made, compiledWorkflow, dynamicJobSpecUri } };
    },
    getTaskExecution: ({ id }) => {
      assertTaskRunId(id);
      return shownTaskRun(state, taskRunOf(state, id));
    },
    getTaskExecutionData: async ({ id }) => {
      assertTaskRunId(id);
      const { inputUri, closure } = taskRunOf(state, id);
      const { nodeExecutionId = { nodeId: "", executionId: undefined }, retryAttempt: attempt } = id;
      const urls = flyteUrls(nodeExecutionId, { attempt, hasDeck: false });
      return { ...(await dataOf(backend, inputUri, outputUriOf(closure))), flyteUrls: urls };
    },
    getDynamicNodeWorkflow: async ({ id }) => {
      const { dynamicUri } = nodeOf(state, id);
      if (dynamicUri === undefined) throw refused.notFound("node does not contain dynamic workflow");
      return { compiledWorkflow: await dynamicGraph(store, dynamicUri) };
    },
  };
}

async function dataOf(backend: ExecutionBackend, inputUri: string, outputUri: string) {
  const [inputs, outputs] = await Promise.all([dataAt(backend, inputUri), dataAt(backend, outputUri)]);
  return {
    inputs: inputs.blob,
    outputs: outputs.blob,
    fullInputs: inputs.literals,
    fullOutputs: outputs.literals,
  };
}

/** Where the outputs of a node or an attempt of a task lie; empty if there are none. */
function outputUriOf({
  outputResult,
}: {
  readonly outputResult: { $case: string; value: unknown } | undefined;
}): string {
  return outputResult?.$case === "outputUri" ? String(outputResult.value) : "";
}
