import type { OutsideNode } from "@flytekit-ts/local-exec/journal";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Literal } from "@flytekit-ts/models/core";
import type { TaskState } from "../watching/state/task-state.js";

/** A map that was executed, with the attempt that tells of its items. */
export interface ExecutedMap {
  readonly map: OutsideNode;
  readonly task: TaskState | undefined;
}

/** An item of a map, as far as the map tells of it: its outputs are those of the map at its place. */
export function itemOf({ map, task }: ExecutedMap, index: number): OutsideNode | undefined {
  const item = task?.items.find((each) => each.index === index);
  const phase = item?.phase ?? (map.state === "succeeded" ? "SUCCEEDED" : undefined);
  if (phase === undefined) return undefined;
  const { startedAt, duration, error } = map;
  const about = { startedAt, duration, attempt: item?.attempt ?? 0 };
  if (phase === "SUCCEEDED") {
    const outputs = map.outputs === undefined ? undefined : outputsAt(map.outputs, index);
    const outputsMissing = map.outputsMissing ?? "the cluster tells only those of a whole map";
    return { ...about, state: "succeeded", outputs, outputsMissing };
  }
  if (phase === "FAILED" || phase === "RETRYABLE_FAILED") return { ...about, state: "failed", error };
  return { ...about, state: "unfinished" };
}

// An item that failed, where some may, has left none.
function outputsAt(outputs: Literals, index: number): Literals | undefined {
  const own = new Map<string, Literal>();
  for (const [name, { value }] of outputs) {
    const literal = value?.$case === "collection" ? value.value.literals[index] : undefined;
    if (literal === undefined) return undefined;
    own.set(name, literal);
  }
  return own;
}
