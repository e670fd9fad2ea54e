import type { NodeState } from "../model/node-state.js";
import { spanWords } from "./span-words.js";

/** How far a node has come, in a few words: `succeeded in 1.5 s`, `failed after 3 attempts`. */
export function stateWords({ state, duration, attempts }: NodeState): string {
  const time = duration === undefined ? "" : ` in ${spanWords(duration)}`;
  if (state === "succeeded") return `succeeded${time}${attempts > 1 ? `, attempt ${attempts}` : ""}`;
  if (state === "failed") return attempts > 1 ? `failed after ${attempts} attempts` : `failed${time}`;
  return state;
}
