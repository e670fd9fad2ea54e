import type { Interface } from "@flytekit-ts/core/graph";
import type { AsyncHandlers, SyncHandlers } from "./handlers.js";

/** What tasks of one type are run by, beside the cluster: served to it, and used by local runs. */
export type Connector = AsyncConnector | SyncConnector;

interface ConnectorParts {
  /** How the cluster lists it. */
  readonly name: string;
  readonly taskType: string;
  readonly version: number;
  /** The types that it declares; undefined where each task has its own. */
  readonly inputs: Interface["inputs"] | undefined;
  readonly outputs: Pick<Interface, "outputs" | "outputStyle"> | undefined;
}

/** A connector whose jobs take time. */
export interface AsyncConnector extends ConnectorParts {
  readonly kind: "async";
  readonly handlers: AsyncHandlers<never, never, never>;
}

/** A connector that answers at once. */
export interface SyncConnector extends ConnectorParts {
  readonly kind: "sync";
  readonly handlers: SyncHandlers<never, never>;
}

/** A connector in messages. */
export function connectorWords({ name, taskType }: Pick<Connector, "name" | "taskType">): string {
  return name === taskType ? `the connector ${name}` : `the connector ${name} (${taskType})`;
}
