import { type FlytekitError, isFlytekitError } from "@flytekit-ts/core";
import type { RecordedRun } from "./recorded-run.js";
import type { LocalOutcome } from "./run-locally.js";

/** An innermost node that failed. */
export interface Failure {
  readonly path: string;
  readonly error: FlytekitError;
}

/** The backend's codes of errors that it makes itself, with ours. */
export const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ["UserProvidedError", "BRANCH_FAILED"],
  ["ReceivedRejectSignal", "GATE_REJECTED"],
  ["ArrayNodeFailing", "MAP_FAILED"],
  ["InvalidArrayLength", "MAP_INPUTS_INVALID"],
  ["MalformedBranchUserError", "CONDITION_MALFORMED"],
  ["BindingResolutionFailure", "ATTRIBUTE_NOT_FOUND"],
  // Followed by a bar and the code of the last attempt's error.
  ["RetriesExhausted", "TASK_FAILED"],
]);

/** Our codes of the errors whose words are an author's: of those alone the texts are compared. */
const AUTHORS_WORDS: ReadonlySet<string> = new Set(["BRANCH_FAILED", "TASK_FAILED"]);

/** The innermost nodes that failed: none of them failed because of another one inside it. An item is part of its map. */
export function failuresOf({ nodes }: LocalOutcome): readonly Failure[] {
  const failed = [...nodes].flatMap(([path, { error, isItem }]) =>
    error === undefined || isItem ? [] : [{ path, error }],
  );
  return failed.filter(({ path }) => !failed.some((other) => isInside(other.path, path)));
}

function isInside(path: string, around: string): boolean {
  return path.startsWith(`${around}/`) || path.startsWith(`${around}>`);
}

/** Whether the engine's error is that of a node which failed here. */
export function isErrorOf({ error }: Failure, recorded: RecordedRun): boolean {
  const [code, ofLast] = (recorded.code ?? "").split("|");
  const counterpart = COUNTERPARTS.get(code ?? "");
  if (counterpart !== undefined && error.code !== counterpart) return false;
  if ((ofLast ?? code ?? "").startsWith("USER:") && error.origin !== "user") return false;
  if (counterpart !== undefined && !AUTHORS_WORDS.has(counterpart)) return true;
  // Without a code a map's error can be told by its beginning: the indexes of items.
  if (error.code === "MAP_FAILED") return /^\[[\d-]+\]/.test(recorded.error);
  return errorText(error) === recorded.error;
}

/**
 * Whether two errors of our own runs are that of one node. The texts say so, but that of a map names the items which had
 * failed by then: of maps the nodes are compared.
 */
export function isSameError(one: unknown, other: unknown): boolean {
  const [node, otherNode] = [failedMapOf(one), failedMapOf(other)];
  return node === undefined ? errorText(one) === errorText(other) : node === otherNode;
}

function failedMapOf(error: unknown): string | undefined {
  if (!isFlytekitError(error) || error.code !== "MAP_FAILED") return undefined;
  const { map, node } = error.params as { readonly map: string; readonly node: string };
  return `${map} ${node}`;
}

/** What an error says, as the engine would put it. */
export function errorText(error: unknown): string {
  if (!isFlytekitError(error)) return String(error);
  const { message } = error.params as { readonly message?: unknown };
  if (typeof message !== "string") return error.text;
  return error.code === "BRANCH_FAILED" ? `[UserProvidedError] ${message}` : message;
}
