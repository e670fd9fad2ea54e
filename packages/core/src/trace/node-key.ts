/** Which trace it is. Each run of a body has one of its own; what it says of itself is for messages. */
export interface TraceId {
  /** Name of the workflow, or of the arm of a conditional. */
  readonly workflow?: string;
  readonly isArm?: boolean;
}

/**
 * Which node of which trace a promise points at.
 *
 * Promises point at keys, and ids are given when tracing is over, so that naming a node can never leave a
 * binding behind. The start node, which gives the workflow's inputs, has index -1.
 */
export interface NodeKey {
  readonly trace: TraceId;
  readonly index: number;
  /** The entity in words, for messages; for the start node the name of the workflow. */
  readonly entity: string;
  /** Whether it gives one value, whose name its author never wrote. */
  readonly isBare?: boolean;
  /** Whether its words are a call already, as those of a conditional are: `conditional("size")`. */
  readonly isCall?: boolean;
}

/** Whether a key is of the node that gives the workflow's inputs. */
export function isStart(key: NodeKey): boolean {
  return key.index === -1;
}
