/** One thing in which our run is not as the engine's. */
export interface RunDifference {
  readonly what: string;
  readonly ours: string;
  readonly engine: string;
}

/** The difference between two texts, if there is one. */
export function inTexts(what: string, ours: string, engine: string): readonly RunDifference[] {
  return ours === engine ? [] : [{ what, ours, engine }];
}

/** The difference between two lists whose order says nothing, if there is one. */
export function inLists(
  what: string,
  ours: readonly string[],
  engine: readonly string[],
): readonly RunDifference[] {
  const [more, missing] = [subtract(ours, engine), subtract(engine, ours)];
  return inTexts(what, only(more), only(missing));
}

/** The items of a list that are left when those of another are taken out, each as often as it is there. */
function subtract(from: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...from];
  for (const each of taken) {
    const index = left.indexOf(each);
    if (index !== -1) left.splice(index, 1);
  }
  return left;
}

function only(items: readonly string[]): string {
  return items.length === 0 ? "no others" : `also ${items.join(", ")}`;
}
