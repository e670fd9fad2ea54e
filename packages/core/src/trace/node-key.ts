/** The identity of a trace: each run of a body has its own object. Its fields are for messages only. */
export interface TraceId {
  /** Name of the workflow, or of the arm of a conditional. */
  readonly workflow?: string;
  readonly isArm?: boolean;
}

/**
 * The node of a trace that a promise points at.
 *
 * Nodes get their ids when tracing is over. Promises point at keys, so a new id can never leave a binding with
 * an old one. The start node, which gives the workflow's inputs, has index -1.
 */
export interface NodeKey {
  readonly trace: TraceId;
  readonly index: number;
  /** The entity in words, for messages; for the start node the name of the workflow. */
  readonly entity: string;
  /** Whether the node has one bare output: its author never wrote a name for it. */
  readonly isBare?: boolean;
  /** Whether `entity` already reads as a call, as for a conditional: `conditional("size")`. */
  readonly isCall?: boolean;
}

/** Whether a key is that of the start node, which gives the workflow's inputs. */
export function isStart(key: NodeKey): boolean {
  return key.index === -1;
}
