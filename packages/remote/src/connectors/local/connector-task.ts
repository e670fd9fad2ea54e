import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import {
  type OutSpec,
  parseDuration,
  type Shape,
  type TaskContext,
  type TaskDeclaration,
  type TemplateTask,
  templateTask,
} from "@flytekit-ts/core/tasks";
import type { TimeSpan } from "@flytekit-ts/core";
import type { Connector } from "../definition/connector.js";
import { runConnector } from "./run-connector.js";

/** The declaration of a task that a connector runs. */
export interface ConnectorTaskDeclaration<I, O> extends TaskDeclaration<I, O> {
  /** What runs it in local runs, and says its type. On a cluster, the same one is served. */
  readonly connector: Connector;
  /** Between two looks at a job in local runs; a second by default. */
  readonly pollInterval?: TimeSpan | undefined;
}

/**
 * Declare a task that a connector runs. What the connector needs besides the inputs is in `custom`.
 *
 * On a cluster, the engine calls the connector that is served for the task's type. A local run calls the functions of this
 * one: it creates the job, looks at it until it has ended, and deletes it if the run is aborted or interrupted.
 *
 * @throws what `task` throws.
 * @example
 * const sales = connectorTask({
 *   name: "shop.sales", connector: acme, inputs: { day: t.string() }, output: t.int(), custom: { warehouse: "eu" },
 * });
 */
export function connectorTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ConnectorTaskDeclaration<I, O>,
): TemplateTask<I, O> {
  return atCaller(connectorTask, () => {
    const connector = connectorIn(declaration);
    const { custom, pollInterval = "1 second" } = declaration;
    const span = parseDuration(pollInterval, "pollInterval", `connector task ${declaration.name}`);
    const task: TemplateTask<I, O> = templateTask<I, O>(declaration, {
      words: "connector task",
      callee: connectorTask,
      options: ["connector", "pollInterval"],
      fn: (inputs: Readonly<Record<string, unknown>>, context: TaskContext) =>
        runConnector({ task, connector, interval: Number(span / 1_000_000n) }, inputs, context),
      template: () => ({
        type: connector.taskType,
        taskTypeVersion: connector.version,
        target: "none",
        custom,
      }),
    });
    return task;
  });
}

function connectorIn(declaration: unknown): Connector {
  const { name, connector } = Object(declaration) as {
    readonly name?: unknown;
    readonly connector?: Connector;
  };
  if (connector?.kind === "async" || connector?.kind === "sync") return connector;
  const inWords = describeValue(connector);
  throw coreErrors.OPTION_INVALID({
    at: `connector task ${String(name)}`,
    option: "connector",
    wanted: "a connector",
    given: inWords,
    inWords,
    advice: "Give what `defineConnector` returned.",
  });
}
