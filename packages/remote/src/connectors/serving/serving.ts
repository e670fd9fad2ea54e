import type { Signal } from "@flytekit-ts/core/storage";
import { type CallContext, ServerError, Status } from "nice-grpc";
import type { Connector } from "../definition/connector.js";
import type { ConnectorRegistry } from "../definition/connector-registry.js";
import type { Surroundings } from "../handling/surroundings.js";
import type { RequestMetrics } from "./request-metrics.js";
import { failedRequest, shorten } from "./status-of.js";

/** What the services of connectors share. */
export interface Serving {
  readonly registry: ConnectorRegistry;
  readonly around: Surroundings;
  readonly metrics: RequestMetrics;
}

/** A request for a connector: of which task type, and what it is to do. */
export interface Asked {
  readonly taskType: string;
  readonly version: number;
  readonly operation: string;
}

/** Answer a request: find its connector, count how it went, and give failures their status. @throws `ServerError` */
export async function answered<T>(
  { registry, around, metrics }: Serving,
  asked: Asked,
  work: (connector: Connector) => Promise<T>,
): Promise<T> {
  const { version, operation } = asked;
  const taskType = shorten(asked.taskType);
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    const result = await work(registry.find(asked.taskType, version));
    metrics.count({ taskType, operation, seconds: seconds() });
    return result;
  } catch (error) {
    const { status, errorCode, said } = failedRequest(error, asked);
    metrics.count({ taskType, operation, seconds: seconds(), errorCode });
    around.logger.error(said, { taskType, version, operation });
    throw new ServerError(status, said);
  }
}

/** What a call is made with, of what came with it. */
export function callOf(
  { signal }: CallContext,
  outputPrefix = "",
): { readonly signal: Signal; readonly outputPrefix: string } {
  return { signal, outputPrefix };
}

interface Categorized {
  readonly taskType: string;
  readonly taskCategory?: { readonly name: string; readonly version: number } | undefined;
}

/** Which task type a request names: older engines say it in a field of its own, without a version. */
export function askedOf({ taskType, taskCategory }: Categorized, operation: string): Asked {
  const isNamed = taskCategory !== undefined && taskCategory.name !== "";
  return isNamed
    ? { taskType: taskCategory.name, version: taskCategory.version, operation }
    : { taskType, version: 0, operation };
}

/** A failure of a request that names what is not there. */
export function notFound(what: string, name: string): ServerError {
  return new ServerError(Status.NOT_FOUND, `${what}: ${shorten(name)}.`);
}
