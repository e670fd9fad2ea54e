import type { JsonValue } from "@flytekit-ts/models/json";
import type { MessageDifference } from "./compare-messages.js";
import type { Difference } from "./find-differences.js";

/** What is shown of one message. */
const MOST_FIELDS = 5;
const LONGEST_VALUE = 160;

/** Differences of messages as lines: in which of `name` they are, then the fields in which it differs first. */
export function describeDifferences(
  name: string,
  differences: readonly MessageDifference[],
): readonly string[] {
  return differences.flatMap(({ kind, name: message, problem, fields }) => {
    const shown = fields.slice(0, MOST_FIELDS).map((field) => `  ${showDifference(field)}`);
    const more = fields.length - shown.length;
    return [`${name}: ${kind} ${message}: ${problem}`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
  });
}

/** One difference as a line. */
export function showDifference({ path, ours, reference }: Difference): string {
  return `${path}: ours ${show(ours)}, flytekit's ${show(reference)}`;
}

function show(value: JsonValue | undefined): string {
  if (value === undefined) return "(absent)";
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
