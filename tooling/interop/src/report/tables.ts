import type { Outcome } from "../exchange/run-direction.js";
import { distribution } from "./distribution.js";

/** How many values of each kind and depth were exchanged in each direction, as lines. */
export function tables(outcomes: ReadonlyMap<string, Outcome>): readonly string[] {
  const counts = [...outcomes.values()].map(({ cases }) => distribution(cases));
  const head = [...outcomes.keys()];
  const rows = (of: "kinds" | "depths"): readonly string[] => {
    const keys = new Set<string | number>(counts.flatMap((each) => [...each[of].keys()]));
    return [...keys]
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((key) =>
        row(
          String(key),
          counts.map((each) => String(mapOf(each[of]).get(key) ?? 0)),
        ),
      );
  };
  return [row("kind", head), ...rows("kinds"), row("depth", head), ...rows("depths")];
}

function mapOf(
  counts: ReadonlyMap<string, number> | ReadonlyMap<number, number>,
): ReadonlyMap<unknown, number> {
  return counts;
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(32)).join("")}`;
}
