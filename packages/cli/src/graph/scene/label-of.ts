import type { EdgeValue } from "../model/graph-model.js";

/** The most values that a label lists. */
const MOST = 4;

/** The label of a line: the values that go along it, and their types. Of many values the first. */
export function labelOf(values: readonly EdgeValue[], hasTypes: boolean): readonly string[] {
  const words = values
    .map(({ from, to, type }) =>
      [nameOf(from, to), hasTypes ? type : ""].filter((part) => part !== "").join(": "),
    )
    .filter((label) => label !== "");
  return words.length > MOST ? [...words.slice(0, MOST - 1), `and ${words.length - MOST + 1} more`] : words;
}

// `o0` is the only output of a node, for which nobody has chosen a name.
function nameOf(from: string, to: string): string {
  const source = from.replace(/^o0(?=$|[.[])\.?/, "");
  const target = to === "o0" ? "" : to;
  return source === "" || source === target || target === "" ? target || source : `${source} as ${target}`;
}
