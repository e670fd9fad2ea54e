/**
 * Which node of which trace a promise points at.
 *
 * Promises point at keys, and ids are given when tracing is over, so that naming a node can never leave a
 * binding behind. The start node, which gives the workflow's inputs, has index -1.
 */
export interface NodeKey {
  readonly trace: object;
  readonly index: number;
  /** Name of the entity, for messages; for the start node the name of the workflow. */
  readonly entity: string;
}

/** Whether a key is of the node that gives the workflow's inputs. */
export function isStart(key: NodeKey): boolean {
  return key.index === -1;
}
