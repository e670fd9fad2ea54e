import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import type { OutSpec, Shape, TaskDeclaration, TemplateTask } from "@flytekit-ts/core/tasks";
import type { TimeSpan } from "@flytekit-ts/core";
import type { Connector } from "../definition/connector.js";
import { taskOfConnector } from "./task-of-connector.js";

/** The declaration of a task that a connector runs. */
export interface ConnectorTaskDeclaration<I, O> extends TaskDeclaration<I, O> {
  /** What runs it in local runs, and says its type. On a cluster, the same one is served. */
  readonly connector: Connector;
  /** How long a local run waits between two calls of `get`; a second by default. */
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
  return atCaller(connectorTask, () =>
    taskOfConnector<I, O>(declaration, {
      words: "connector task",
      callee: connectorTask,
      options: ["connector", "pollInterval"],
      connector: connectorIn(declaration),
      custom: declaration.custom,
    }),
  );
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
