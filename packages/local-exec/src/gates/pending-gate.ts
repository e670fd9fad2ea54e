import type { RuntimeType } from "@flytekit-ts/core/types";

/** A gate that waits for somebody's answer: the `approve` or `setInput` of its run. */
export interface PendingGate {
  /** The name that `approve` or `waitForInput` was given. */
  readonly signal: string;
  /** The path of the node, as in events. */
  readonly node: string;
  /** The id of the execution: a launch plan starts an execution of its own, with signals of its own. */
  readonly executionId: string;
  readonly kind: "approval" | "input";
  /** The type of the value in words, for a gate that waits for an input. */
  readonly type?: string;
  /** The type of that value, as the inputs of entities have theirs. */
  readonly valueType?: RuntimeType;
  /** Since when it waits, in milliseconds since 1970. */
  readonly since: number;
  /** When it gives up, in milliseconds since 1970, if it does. */
  readonly until?: number;
}
