type Outcome = { readonly found: unknown } | { readonly error: unknown };

// What the unions inside one value have found so far. It lives while the outermost of them is searching.
let known: Map<object, Map<unknown, Outcome>> | undefined;

/**
 * What `find` finds for this key, asked only once while an outer union is searching.
 *
 * A union tries all its variants, and each of them asks the unions inside the value. Without a memory, that would take
 * twice the time for each level of nesting.
 */
export function remembered<T>(union: object, key: unknown, find: () => T): T {
  if (known !== undefined) return recall(known, union, { key, find });
  known = new Map();
  try {
    return find();
  } finally {
    known = undefined;
  }
}

interface Search<T> {
  readonly key: unknown;
  readonly find: () => T;
}

function recall<T>(memory: NonNullable<typeof known>, union: object, { key, find }: Search<T>): T {
  let outcomes = memory.get(union);
  if (outcomes === undefined) memory.set(union, (outcomes = new Map()));
  let outcome = outcomes.get(key);
  if (outcome === undefined) outcomes.set(key, (outcome = outcomeOf(find)));
  if ("error" in outcome) throw outcome.error;
  return outcome.found as T;
}

function outcomeOf(find: () => unknown): Outcome {
  try {
    return { found: find() };
  } catch (error) {
    return { error };
  }
}
