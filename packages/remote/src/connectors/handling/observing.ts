import { describeValue } from "@flytekit-ts/core/errors";
import { isPlainObject } from "@flytekit-ts/core/types";
import {
  GetTaskLogsResponse,
  type GetTaskLogsRequest,
  type GetTaskMetricsRequest,
  LogLineOriginator,
} from "@flytekit-ts/models/admin";
import type { ExecutionMetricResult } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { type AsyncConnector, connectorWords } from "../definition/connector.js";
import { asJson, faultOfJson } from "../values/json-value.js";
import { callHandler, type HandlerCall } from "./call-handler.js";
import { readMetadata } from "./metadata-bytes.js";
import { unsupported } from "./operations.js";
import type { Surroundings } from "./surroundings.js";

type Call = Omit<HandlerCall, "connector" | "operation">;

/** The metrics of a job. @throws `CONNECTOR_UNSUPPORTED`, and what `callHandler` throws */
export async function jobMetrics(
  connector: AsyncConnector,
  { resourceMeta, queries, startTime, endTime, step }: GetTaskMetricsRequest,
  call: Call,
  around: Surroundings,
): Promise<ExecutionMetricResult[]> {
  const { metrics } = connector.handlers;
  if (metrics === undefined) throw unsupported(connector, "metrics", "Define `metrics` of the connector.");
  return callHandler({ connector, operation: "metrics", ...call }, around, async (context) => {
    const query = {
      metrics: queries,
      start: dateOf(startTime),
      end: dateOf(endTime),
      step: step === undefined ? 0 : Number(step.seconds) + step.nanos / 1e9,
    };
    const metadata = readMetadata(connector, resourceMeta, "metrics");
    const results: unknown = await connector.handlers.metrics?.(metadata, query, context);
    if (!Array.isArray(results)) throw wrong(connector, "metrics", describeValue(results));
    return results.map((result: unknown) => {
      const { metric, data } = isPlainObject(result) ? result : {};
      if (typeof metric !== "string" || !isPlainObject(data) || faultOfJson(data) !== undefined)
        throw wrong(connector, "metrics", "a metric without name or data");
      return { metric, data: asJson(data) as Record<string, unknown> };
    });
  });
}

/** The log of a job, in parts of the answer. @throws `CONNECTOR_UNSUPPORTED`, and what `callHandler` throws */
export async function jobLogs(
  connector: AsyncConnector,
  { resourceMeta, lines, token }: GetTaskLogsRequest,
  call: Call,
  around: Surroundings,
): Promise<AsyncIterator<readonly GetTaskLogsResponse[], undefined>> {
  const { logs } = connector.handlers;
  if (logs === undefined) throw unsupported(connector, "logs", "Define `logs` of the connector.");
  const handling = { connector, operation: "logs", ...call };
  const given: unknown = await callHandler(handling, around, async (context) => {
    const metadata = readMetadata(connector, resourceMeta, "logs");
    return connector.handlers.logs?.(metadata, { lines, token }, context);
  });
  const pages = isIterable(given) ? given[Symbol.asyncIterator]() : once(given);
  const parts = async (): Promise<IteratorResult<readonly GetTaskLogsResponse[], undefined>> => {
    const { done, value } = await callHandler(handling, around, async () => pages.next());
    return done === true ? { done, value: undefined } : { value: partsOf(connector, value) };
  };
  return {
    next: parts,
    // Whoever asked has gone: what the connector still holds for the log is let go.
    return: async () => {
      await pages.return?.();
      return { done: true, value: undefined };
    },
  };
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

async function* once(page: unknown): AsyncGenerator {
  yield page;
}

const ORIGINATORS = { user: LogLineOriginator.USER, system: LogLineOriginator.SYSTEM };

function partsOf(connector: AsyncConnector, page: unknown): readonly GetTaskLogsResponse[] {
  const { lines, token = "" } = isPlainObject(page) ? page : {};
  if (!Array.isArray(lines) || typeof token !== "string") throw wrong(connector, "logs", describeValue(page));
  const texts = lines.map((line: unknown) => lineOf(connector, line));
  const body = {
    results: texts.map(({ message }) => message),
    structuredLines: texts.map(({ message, at, from }) => ({
      message,
      timestamp: at === undefined ? undefined : timestampOf(at),
      originator: from === undefined ? LogLineOriginator.UNKNOWN : ORIGINATORS[from],
    })),
  };
  return [
    GetTaskLogsResponse.fromPartial({ part: { $case: "header", value: { token } } }),
    GetTaskLogsResponse.fromPartial({ part: { $case: "body", value: body } }),
  ];
}

interface Line {
  readonly message: string;
  readonly at?: Date | undefined;
  readonly from?: "user" | "system" | undefined;
}

function lineOf(connector: AsyncConnector, line: unknown): Line {
  if (typeof line === "string") return { message: line };
  const { message, at, from } = isPlainObject(line) ? line : {};
  const isDated = at === undefined || (at instanceof Date && !Number.isNaN(at.getTime()));
  const isFromOne = from === undefined || from === "user" || from === "system";
  if (typeof message === "string" && isDated && isFromOne) return { message, at, from };
  throw wrong(connector, "logs", "a line without message, or with another time or origin than there are");
}

function wrong(connector: AsyncConnector, operation: "logs" | "metrics", given: string): Error {
  const advice =
    operation === "logs"
      ? 'Return `{ lines: ["..."], token: "" }`, or yield several of these.'
      : 'Return a list of `{ metric: "EXECUTION_METRIC_USED_CPU_AVG", data: {} }`.';
  const problem = `it is ${given}`;
  return errors.CONNECTOR_RESULT_INVALID({
    connector: connectorWords(connector),
    operation,
    problem,
    advice,
  });
}

interface Time {
  readonly seconds: bigint;
  readonly nanos: number;
}

function dateOf(time: Time | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(Number(time.seconds) * 1000 + time.nanos / 1e6);
}

function timestampOf(date: Date): Time {
  const ms = date.getTime();
  const seconds = Math.floor(ms / 1000);
  return { seconds: BigInt(seconds), nanos: (ms - seconds * 1000) * 1e6 };
}
