import {
  type OutSpec,
  parseDuration,
  type Shape,
  type TaskContext,
  type TaskDeclaration,
  type TaskKind,
  type TemplateTask,
  templateTask,
} from "@flytekit-ts/core/tasks";
import type { TimeSpan } from "@flytekit-ts/core";
import type { Connector } from "../definition/connector.js";
import { assertFitting } from "./assert-fitting.js";

/** A kind of task that connectors run. */
export interface ConnectorKind extends Pick<TaskKind, "words" | "callee" | "options"> {
  /** What runs it in local runs. */
  readonly connector: Connector;
  /** Whether local runs need a mock, because what the connector would call is not here. */
  readonly isElsewhere?: boolean | undefined;
  readonly custom: { readonly [name: string]: unknown } | undefined;
}

/** A second, as flytekit waits between two looks at a job. */
const INTERVAL = "1 second";

/** Make a task that a connector runs. @throws what `task` throws */
export function taskOfConnector<I extends Shape, O extends OutSpec>(
  declaration: TaskDeclaration<I, O> & { readonly pollInterval?: TimeSpan | undefined },
  { connector, custom, isElsewhere = false, ...kind }: ConnectorKind,
): TemplateTask<I, O> {
  const { pollInterval = INTERVAL } = declaration;
  const span = parseDuration(pollInterval, "pollInterval", `${kind.words} ${declaration.name}`);
  const interval = Number(span / 1_000_000n);
  const run = async (inputs: Readonly<Record<string, unknown>>, context: TaskContext): Promise<unknown> => {
    // A program that only declares the task, such as a container of another one, does not wait for messages of Flyte.
    const { runConnector } = await import("./run-connector.js");
    return runConnector({ task, connector, interval }, inputs, context);
  };
  const task: TemplateTask<I, O> = templateTask<I, O>(declaration, {
    ...kind,
    fn: isElsewhere ? undefined : run,
    template: () => ({
      type: connector.taskType,
      taskTypeVersion: connector.version,
      target: "none",
      custom,
    }),
  });
  assertFitting(task.interface, connector, `${kind.words} ${declaration.name}`);
  return task;
}
