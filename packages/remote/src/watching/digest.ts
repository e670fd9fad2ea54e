import { createHash } from "node:crypto";
import { type ExecutionFault, mayBeCut } from "./state/execution-fault.js";
import type { NodeState } from "./state/node-state.js";
import { isLast } from "./state/phases.js";
import type { ItemState, TaskState } from "./state/task-state.js";
import type { Mark } from "./told.js";

/** What there is to tell of a node. Not the time of the last event: a repeated one changes nothing. */
export function markOfNode({ phase, error, cache, deck, child, startedAt }: NodeState): Mark {
  const rest = [faultOf(error), cache, deck, child?.name, startedAt?.getTime()];
  return { phase, digest: digestOf(rest) };
}

/** What there is to tell of an attempt. */
export function markOfTask({ phase, logs, error, reason }: TaskState): Mark {
  return { phase, digest: digestOf([logs, faultOf(error), reason]) };
}

/** What there is to tell of an item. */
export function markOfItem({ phase, attempt, logs, cache }: ItemState): Mark {
  return { phase, digest: `${attempt}.${digestOf([logs, cache])}` };
}

/**
 * Whether there is something new to tell. What has ended stays so: a copy of the database that is behind may say that it still
 * runs.
 */
export function isNews(told: Mark | undefined, now: Mark): boolean {
  if (told === undefined) return true;
  if (told.phase === now.phase && told.digest === now.digest) return false;
  return !isLast(told.phase) || isLast(now.phase);
}

// As much as lists have of a message, so that a list tells whether there is something new.
function faultOf(fault: ExecutionFault | undefined): unknown {
  if (fault === undefined) return undefined;
  const { code, message, kind } = fault;
  return [code, kind, mayBeCut(fault) ? message.slice(0, SURELY_THERE) : message];
}

/** Characters of at most 4 bytes that fit in a message that was cut off. */
const SURELY_THERE = 24;

function digestOf(parts: unknown): string {
  return createHash("sha1").update(JSON.stringify(parts)).digest("base64url").slice(0, 8);
}
