import { encode } from "@flytekit-ts/models";
import type { CreateTaskRequest, GetTaskLogsRequest, GetTaskLogsResponse } from "@flytekit-ts/models/admin";
import { LiteralMap } from "@flytekit-ts/models/core";
import type { AsyncAgentServiceDefinition } from "@flytekit-ts/models/service";
import type { CallContext, ServiceImplementation } from "nice-grpc";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { asAsync, createJob, deleteJob, getJob } from "../handling/operations.js";
import { jobLogs, jobMetrics } from "../handling/observing.js";
import { answered, askedOf, callOf, type Serving } from "./serving.js";

/** The service for connectors whose jobs take time. */
export function asyncService(serving: Serving): ServiceImplementation<typeof AsyncAgentServiceDefinition> {
  const { around } = serving;
  return {
    createTask: async (request, context) => ({ resourceMeta: await createTask(serving, request, context) }),
    getTask: async (request, context) =>
      answered(serving, askedOf(request, "get"), async (connector) => {
        const job = { metadata: request.resourceMeta, interface: undefined };
        const call = callOf(context, request.outputPrefix);
        return { resource: await getJob(asAsync(connector, "get"), job, call, around) };
      }),
    deleteTask: async (request, context) =>
      answered(serving, askedOf(request, "delete"), async (connector) => {
        await deleteJob(asAsync(connector, "delete"), request.resourceMeta, callOf(context), around);
        return {};
      }),
    getTaskMetrics: async (request, context) =>
      answered(serving, askedOf(request, "get_metrics"), async (connector) => ({
        results: await jobMetrics(asAsync(connector, "get_metrics"), request, callOf(context), around),
      })),
    getTaskLogs: (request, context) => taskLogs(serving, request, context),
  };
}

async function createTask(
  serving: Serving,
  { template, inputs, outputPrefix, taskExecutionMetadata: execution }: CreateTaskRequest,
  context: CallContext,
): Promise<Uint8Array> {
  const asked = {
    taskType: template?.type ?? "",
    version: template?.taskTypeVersion ?? 0,
    operation: "create",
  };
  return answered(serving, asked, async (connector) => {
    if (template === undefined)
      throw errors.CONNECTOR_REQUEST_INVALID({ call: "CreateTask", problem: "it has no task template" });
    if (inputs !== undefined) serving.metrics.countInputs(template.type, encode(LiteralMap, inputs).length);
    const task = { template, literals: inputs?.literals ?? new Map(), execution };
    const call = callOf(context, outputPrefix);
    return createJob(asAsync(connector, "create"), task, call, serving.around);
  });
}

async function* taskLogs(
  serving: Serving,
  request: GetTaskLogsRequest,
  context: CallContext,
): AsyncGenerator<GetTaskLogsResponse> {
  const asked = askedOf(request, "get_logs");
  const pages = await answered(serving, asked, async (connector) =>
    jobLogs(asAsync(connector, "get_logs"), request, callOf(context), serving.around),
  );
  try {
    for (;;) {
      const next = await answered(serving, asked, async () => pages.next());
      if (next.done === true) return;
      yield* next.value;
    }
  } finally {
    await pages.return?.();
  }
}
