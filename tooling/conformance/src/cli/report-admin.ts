import type { Difference } from "../admin/compare/difference.js";
import type { RowResult } from "../admin/replay/replay.js";
import type { Report } from "./report-cases.js";

/** What is shown of a value. */
const MOST_TEXT = 600;

/** Every place in which an answer is not as recorded, and how many calls are equal. */
export function reportAdmin(results: readonly RowResult[]): Report {
  const different = results.filter(({ differences }) => differences.length > 0);
  return {
    lines: [
      ...different.flatMap(({ row, differences }) => [
        `${row.seq} ${row.method} (${row.note}): different`,
        ...differences.map(describe),
      ]),
      `calls: ${results.length - different.length} equal, ${different.length} different`,
    ],
    equal: different.length === 0,
  };
}

function describe({ pointer, expected, got }: Difference): string {
  return `  ${pointer}: expected ${text(expected)}, got ${text(got)}`;
}

function text(value: unknown): string {
  const json = value === undefined ? "nothing" : JSON.stringify(value);
  return json.length > MOST_TEXT ? `${json.slice(0, MOST_TEXT)}... (${json.length} characters)` : json;
}
