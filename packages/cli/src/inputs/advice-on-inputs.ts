import type { Spelling } from "./spellings.js";

/** So many inputs are named: a message that names hundreds tells nobody anything. */
const MOST_NAMED = 10;

/**
 * Which inputs there are, for somebody who gave one that is not among them.
 *
 * @param dashes what stands before their names where they are flags
 */
export function adviceOnInputs(spellings: ReadonlyMap<string, Spelling>, dashes: "--" | ""): string {
  const inputs = [...new Set([...spellings.values()].map(({ input }) => input))];
  if (inputs.length === 0) return "It has no inputs.";
  const named = inputs.slice(0, MOST_NAMED).map((each) => `\`${dashes}${each}\``);
  return `Its inputs are given as ${named.join(", ")}${inputs.length > MOST_NAMED ? ", ..." : ""}.`;
}
