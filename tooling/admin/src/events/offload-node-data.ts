import type { NodeExecutionClosure } from "@flytekit-ts/models/admin";
import type { NodeExecutionEvent } from "@flytekit-ts/models/event";
import type { ObjectStore } from "../objects/object-store.js";
import { offload } from "../executions/offload.js";
import { phases } from "../executions/phases.js";

/** Where data of a node lie after an event. */
export interface Offloaded {
  readonly inputUri: string;
  /** What a node ended with; undefined where the event says nothing of it. */
  readonly outputResult: NodeExecutionClosure["outputResult"];
  readonly dynamicUri?: string | undefined;
}

/** Writes what an event holds of inputs and outputs. Inputs that are there stay. */
export async function offloadNodeData(
  store: ObjectStore,
  { id, phase, inputValue, outputResult }: NodeExecutionEvent,
  inputUri: string,
): Promise<Offloaded> {
  const { project = "", domain = "", name = "" } = id?.executionId ?? {};
  const place = [project, domain, name, id?.nodeId ?? ""];
  let inputs = inputUri;
  if (inputs === "" && inputValue?.$case === "inputUri") inputs = inputValue.value;
  if (inputs === "" && inputValue?.$case === "inputData")
    inputs = await offload(store, inputValue.value, ...place, "offloaded_inputs");
  if (!phases.node.isEnd(phase)) return { inputUri: inputs, outputResult: undefined };
  if (outputResult?.$case !== "outputData") {
    const isNothing = outputResult?.$case === "outputUri" && outputResult.value === "";
    return { inputUri: inputs, outputResult: isNothing ? undefined : outputResult };
  }
  const uri = await offload(store, outputResult.value, ...place, "offloaded_outputs");
  return { inputUri: inputs, outputResult: { $case: "outputUri", value: uri } };
}
