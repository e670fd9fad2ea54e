import type { WorkflowExecutionIdentifier } from "@flytekit-ts/models/core";
import type { ObjectStore } from "../objects/object-store.js";
import type { Backend } from "../state/backend.js";

/** What is told when something happens that others act on. */
export interface Watchers {
  /** There is a new execution. */
  readonly onCreated: (id: WorkflowExecutionIdentifier) => void;
  /** An execution is to end. */
  readonly onAborted: (id: WorkflowExecutionIdentifier, cause: string) => void;
  /** A signal of an execution has a value. */
  readonly onSignal: (id: WorkflowExecutionIdentifier) => void;
  /** An execution has ended. */
  readonly onEnded: (id: WorkflowExecutionIdentifier) => void;
}

/** What all that has to do with executions works with. */
export interface ExecutionBackend extends Backend {
  readonly store: ObjectStore;
  /** Tells all that were added. */
  readonly watchers: Watchers & { readonly add: (watchers: Partial<Watchers>) => () => void };
  /** Above how many bytes inputs and outputs are answered by a link only. Undefined: there are no links. */
  readonly mostInlineBytes: number | undefined;
}
