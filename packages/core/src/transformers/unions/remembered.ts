type Outcome = { readonly found: unknown } | { readonly error: unknown };
type Outcomes = Map<unknown, Outcome>;

// What the unions inside one value have found so far. It lives while the outermost of them is converted.
let known: Map<object, Map<object, Outcomes>> | undefined;
let isConverting = false;

/**
 * Converts a value of a union. What the unions inside it find is remembered until it is done.
 *
 * A union tries all its variants, and each of them asks the unions inside the value. Without a memory, that would take
 * twice the time for each level of nesting.
 */
export function remembering<T>(convert: () => T): T {
  if (isConverting) return convert();
  isConverting = true;
  try {
    return convert();
  } finally {
    isConverting = false;
    known = undefined;
  }
}

/** What a union finds for a key of something that is converted: asked only once. */
export function remembered<T>([union, of, key]: readonly [object, object, unknown], find: () => T): T {
  known ??= new Map();
  const ofUnion = entryOf(known, union, () => new Map<object, Outcomes>());
  const outcomes = entryOf(ofUnion, of, () => new Map<unknown, Outcome>());
  const outcome = entryOf(outcomes, key, () => outcomeOf(find));
  if ("error" in outcome) throw outcome.error;
  return outcome.found as T;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function outcomeOf(find: () => unknown): Outcome {
  try {
    return { found: find() };
  } catch (error) {
    return { error };
  }
}
