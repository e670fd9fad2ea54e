import type { RunDifference } from "./run-difference.js";

const LONGEST = 300;

/** In what a run differs, a line for each thing. */
export function describeRun(differences: readonly RunDifference[]): readonly string[] {
  return differences.map(({ what, ours, engine }) => `  ${what}: ours ${cut(ours)}, recorded ${cut(engine)}`);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
