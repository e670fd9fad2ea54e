import { mismatch } from "@flytekit-ts/core/types";
import type { JsonValue } from "@bufbuild/protobuf";

/** How many messages a message may be nested in Flyte's form, so that lists and maps have room around it. */
export const DEPTH = 40;

// The literal, its scalar and the Struct stand around the first level.
const AROUND = 3;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Check that a Struct can hold JSON: strings of whole characters, and no more levels than lists and maps around it leave
 * room for. @throws `VALUE_TYPE_MISMATCH`
 */
export function assertFits(json: JsonValue, words: string): void {
  if (nestingOf(json) > DEPTH) throw mismatch(words, "a message that is nested too deep");
  if (!isWhole(json)) throw mismatch(words, "a message with half a surrogate pair");
}

/** How many messages are nested in the Struct of JSON, beyond those of a scalar. */
function nestingOf(json: JsonValue): number {
  return messagesOf(json) - AROUND;
}

function isWhole(json: JsonValue): boolean {
  if (typeof json === "string") return !LONE_SURROGATE.test(json);
  if (typeof json !== "object" || json === null) return true;
  return Object.entries(json).every(([key, part]) => !LONE_SURROGATE.test(key) && isWhole(part));
}

function messagesOf(json: JsonValue): number {
  if (typeof json !== "object" || json === null) return 1;
  const around = Array.isArray(json) ? 2 : 3;
  let most = 0;
  for (const part of Object.values(json)) most = Math.max(most, messagesOf(part));
  return around + most;
}
