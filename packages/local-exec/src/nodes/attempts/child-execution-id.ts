import { createHash } from "node:crypto";
import type { NodeRun } from "../../scope/node-run.js";
import { insideOf } from "./inside-of.js";

/**
 * The id of the execution that an attempt of a launch plan's node starts: an opaque name as a cluster makes it, of 20
 * lower-case letters and digits. It follows from the execution around it, the node and the attempt, so it is the same
 * whenever it is asked for.
 */
export function childExecutionId(given: Pick<NodeRun, "path" | "attempt">, parent: string): string {
  const digest = createHash("sha256")
    .update(`${parent}\0${insideOf(given)}`)
    .digest();
  return `f${[...digest.subarray(0, 19)].map((byte) => LETTERS[byte % 32]).join("")}`;
}

// 5 bits a letter: 95 bits in all, so that no two of many runs are equal.
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
