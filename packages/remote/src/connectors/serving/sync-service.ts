import type {
  CreateRequestHeader,
  ExecuteTaskSyncRequest,
  ExecuteTaskSyncResponse,
} from "@flytekit-ts/models/admin";
import type { LiteralMap } from "@flytekit-ts/models/core";
import type { SyncAgentServiceDefinition } from "@flytekit-ts/models/service";
import { type CallContext, ServerError, type ServiceImplementation, Status } from "nice-grpc";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { asSync, doTask } from "../handling/operations.js";
import { answered, callOf, type Serving } from "./serving.js";

/** The service for connectors that answer at once. */
export function syncService(serving: Serving): ServiceImplementation<typeof SyncAgentServiceDefinition> {
  return { executeTaskSync: (requests, context) => executeTaskSync(serving, requests, context) };
}

async function* executeTaskSync(
  serving: Serving,
  requests: AsyncIterable<ExecuteTaskSyncRequest>,
  context: CallContext,
): AsyncGenerator<ExecuteTaskSyncResponse> {
  const { around } = serving;
  const parts = requests[Symbol.asyncIterator]();
  const next = (): Promise<Part> => inTime(parts.next(), around.deadline);
  const { template, outputPrefix, taskExecutionMetadata: execution } = await headerOf(next());
  if (template === undefined) throw refused("its header has no task template");
  const asked = { taskType: template.type, version: template.taskTypeVersion, operation: "do" };
  const resource = await answered(serving, asked, async (connector) => {
    const own = asSync(connector);
    const { literals } = inputsOf(await next());
    return doTask(own, { template, literals, execution }, callOf(context, outputPrefix), around);
  });
  yield { res: { $case: "header", value: { resource } } };
}

type Part = IteratorResult<ExecuteTaskSyncRequest>;

async function headerOf(first: Promise<Part>): Promise<CreateRequestHeader> {
  const { done, value } = await first.catch((error: unknown) => {
    if (errors.CONNECTOR_REQUEST_INVALID.is(error)) throw refused(error.params.problem);
    throw error;
  });
  if (done !== true && value.part?.$case === "header") return value.part.value;
  throw refused(done === true ? "it has no header" : "its first part is no header");
}

// Without inputs, a client may close after the header.
function inputsOf({ done, value }: Part): LiteralMap {
  if (done === true) return { literals: new Map() };
  if (value.part?.$case === "inputs") return value.part.value;
  throw invalid("its second part holds no inputs");
}

async function inTime(part: Promise<Part>, deadline: number): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = (): Error => invalid(`a part of it did not come within ${deadline / 1000} s`);
    timer = setTimeout(() => reject(error()), deadline);
  });
  try {
    return await Promise.race([part, late]);
  } finally {
    clearTimeout(timer);
  }
}

function invalid(problem: string): Error {
  return errors.CONNECTOR_REQUEST_INVALID({ call: "ExecuteTaskSync", problem });
}

// Before the header there is no task type to answer for.
function refused(problem: string): ServerError {
  return new ServerError(Status.INVALID_ARGUMENT, `The request for ExecuteTaskSync is wrong: ${problem}.`);
}
