import type { Failure } from "../../values/failure.js";

/** The failures of items as one: each message once, in lines, behind the ranges of the items that have it. */
export function joinFailures(failures: ReadonlyMap<number, Failure>): Failure {
  const byMessage = new Map<string, number[]>();
  for (const [index, { message }] of [...failures].toSorted(([one], [other]) => one - other)) {
    byMessage.set(message, [...(byMessage.get(message) ?? []), index]);
  }
  const lines = [...byMessage].map(([message, indexes]) => `${rangesOf(indexes)}: ${message}\n`);
  const [first] = failures.values();
  return { code: first?.code ?? "Unknown", message: lines.join(""), kind: first?.kind ?? "USER" };
}

/** `[0-2][5]` for 0, 1, 2 and 5. */
function rangesOf(indexes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([from, to]) => (from === to ? `[${from}]` : `[${from}-${to}]`)).join("");
}
