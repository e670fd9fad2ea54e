import type { TaskExecutionClosure } from "@flytekit-ts/models/admin";
import type { TaskExecutionEvent } from "@flytekit-ts/models/event";
import type { ObjectStore } from "../objects/object-store.js";
import { offload } from "../executions/offload.js";
import { phases } from "../executions/phases.js";

/** Where data of an attempt of a task lie after an event. */
export interface OffloadedRun {
  readonly inputUri: string;
  /** What it ended with; undefined where the event says nothing of it. */
  readonly outputResult: TaskExecutionClosure["outputResult"];
}

/** Writes what an event holds of inputs and outputs. Inputs that are there stay. */
export async function offloadTaskData(
  store: ObjectStore,
  event: TaskExecutionEvent,
  inputUri: string,
): Promise<OffloadedRun> {
  const { phase, inputValue, outputResult } = event;
  const place = placeOf(event);
  let inputs = inputUri;
  if (inputs === "" && inputValue?.$case === "inputUri") inputs = inputValue.value;
  if (inputs === "" && inputValue?.$case === "inputData")
    inputs = await offload(store, inputValue.value, ...place, "offloaded_inputs");
  if (!phases.task.isEnd(phase)) return { inputUri: inputs, outputResult: undefined };
  if (outputResult?.$case !== "outputData") {
    const isNothing = outputResult?.$case === "outputUri" && outputResult.value === "";
    return { inputUri: inputs, outputResult: isNothing ? undefined : outputResult };
  }
  const uri = await offload(store, outputResult.value, ...place, "offloaded_outputs");
  return { inputUri: inputs, outputResult: { $case: "outputUri", value: uri } };
}

function placeOf({ taskId, parentNodeExecutionId, retryAttempt }: TaskExecutionEvent): readonly string[] {
  const { project = "", domain = "", name = "", version = "" } = taskId ?? {};
  const execution = parentNodeExecutionId?.executionId;
  return [
    ...[execution?.project ?? "", execution?.domain ?? "", execution?.name ?? ""],
    ...[parentNodeExecutionId?.nodeId ?? "", project, domain, name, version, String(retryAttempt)],
  ];
}
