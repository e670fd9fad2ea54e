import type { Difference } from "../admin/compare/difference.js";
import type { RowResult } from "../admin/replay/replay.js";
import type { Report } from "./report-cases.js";

/** What is shown of a value, and of it before the first difference. */
const MOST_TEXT = 600;
const BEFORE = 40;

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
  const [one, other] = [text(expected), text(got)];
  const start = Math.max(0, sharedLength(one, other) - BEFORE);
  return `  ${pointer}: expected ${cut(one, start)}, got ${cut(other, start)}`;
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** A text that is too long, from a place on. */
function cut(whole: string, start: number): string {
  if (whole.length <= MOST_TEXT) return whole;
  const shown = whole.slice(start, start + MOST_TEXT);
  const end = start + shown.length < whole.length ? "..." : "";
  return `${start > 0 ? "..." : ""}${shown}${end} (${whole.length} characters)`;
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
