/**
 * The known name that the author probably meant: it differs from `name` by one or two letters, or begins like it.
 */
export function closest(name: string, known: readonly string[]): string | undefined {
  // Names of one or two letters are too short to be similar.
  const limit = name.length < 3 ? 0 : name.length < 5 ? 1 : 2;
  const near = known.map((each) => [distance(name.toLowerCase(), each.toLowerCase()), each] as const);
  const likely = near.filter(([far, each]) => far <= limit || beginsAlike(name, each));
  const [first] = likely.toSorted(([a], [b]) => a - b);
  return first?.[1];
}

const ALIKE = 4;

function beginsAlike(name: string, other: string): boolean {
  return name.length >= ALIKE && other.toLowerCase().startsWith(name.slice(0, ALIKE).toLowerCase());
}

// The known names are shorter, and a longer string would cost time.
const LONGEST = 40;

/** The edit distance: how many letters have to be added, removed, changed or swapped to turn one string into the other. */
function distance(from: string, to: string): number {
  if (from.length > LONGEST) return from.length;
  const [given, wanted] = [Array.from(from), Array.from(to)];
  let before: number[] = [];
  let row = Array.from({ length: wanted.length + 1 }, (_, column) => column);
  for (const [index, letter] of given.entries()) {
    const next = [index + 1];
    for (const [column, other] of wanted.entries()) {
      const kept = (row[column] ?? 0) + (letter === other ? 0 : 1);
      const isSwapped = letter === wanted[column - 1] && other === given[index - 1];
      const swapped = isSwapped ? (before[column - 1] ?? 0) + 1 : kept;
      next.push(Math.min(kept, swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[wanted.length] ?? from.length;
}
