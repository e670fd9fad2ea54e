import type { EdgeValue } from "../model/graph-model.js";

/** The most values that a label lists. */
const MOST = 4;

/** The label of a line: the values that go along it, and their types. Of many values the first. */
export function labelOf(values: readonly EdgeValue[], hasTypes: boolean): readonly string[] {
  const words = values.map(({ from, to, type }) => {
    const name = from === to || from === "o0" || to === "" ? to || from : from.startsWith("o0") ? `${from.slice(2)} as ${to}` : `${from} as ${to}`;
    return hasTypes && type !== "" ? `${name}: ${type}` : name;
  });
  return words.length > MOST ? [...words.slice(0, MOST - 1), `and ${words.length - MOST + 1} more`] : words;
}
