import type { OutsideNode } from "@flytekit-ts/local-exec/journal";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Literal } from "@flytekit-ts/models/core";
import type { TaskState } from "../watching/state/task-state.js";
import type { FetchedValues } from "./node-values.js";

/** A map that was executed, with the attempt that tells of its items. */
export interface ExecutedMap {
  readonly map: OutsideNode;
  readonly task: TaskState | undefined;
  /** What an attempt of an item has left in the store of the cluster. */
  stored(index: number, attempt: number): Promise<FetchedValues>;
}

/** An item of a map: its outputs are those of the map at its place, or, if the map has none, what the item has left. */
export async function itemOf(
  { map, task, stored }: ExecutedMap,
  index: number,
): Promise<OutsideNode | undefined> {
  const item = task?.items.find((each) => each.index === index);
  const phase = item?.phase ?? (map.state === "succeeded" ? "SUCCEEDED" : undefined);
  if (phase === undefined) return undefined;
  const { startedAt, duration, error } = map;
  const about = { startedAt, duration, attempt: item?.attempt ?? 0 };
  if (phase === "SUCCEEDED") {
    const own = map.outputs === undefined ? undefined : outputsAt(map.outputs, index);
    const { literals = own, problem } = own === undefined ? await stored(index, about.attempt) : {};
    return { ...about, state: "succeeded", outputs: literals, outputsMissing: problem };
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
